import { bothOrders, startService, type TestService } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AuditModule } from '../src/audit.module.js';
import { migrations } from '../src/migrations/index.js';

let audit: TestService;
beforeAll(async () => {
  audit = await startService({ service: 'audit', module: AuditModule, migrations });
}, 60_000);
afterAll(() => audit?.close());

test('every pair of topics leaves the same in both orders', async () => {
  for (const { topics, one, other } of await bothOrders(audit, 'audit')) {
    expect({ topics, ...one }).toEqual({ topics, ...other });
    expect(one).toMatchObject({ inbox_entries: expect.anything() });
    expect(one).not.toHaveProperty('parked_events');
  }
}, 60_000);
