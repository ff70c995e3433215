import { bothOrders, rebuiltAgain, rebuiltUnderFlow, startService, type TestService } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { VerificationModule } from '../src/verification.module.js';
import { migrations } from '../src/migrations/index.js';

let verification: TestService;
beforeAll(async () => {
  verification = await startService({ service: 'verification', module: VerificationModule, migrations });
}, 60_000);
afterAll(() => verification?.close());

test('every pair of topics leaves the same in both orders', async () => {
  for (const { topics, one, other } of await bothOrders(verification, 'verification')) {
    expect({ topics, ...one }).toEqual({ topics, ...other });
    expect(one).toMatchObject({ inbox_entries: expect.anything() });
    expect(one).not.toHaveProperty('parked_events');
  }
}, 60_000);

test('a rebuild mends its copies under flow, and leaves what it owns, knows and has said alone', async () => {
  for (const rebuilt of [() => rebuiltUnderFlow(verification, 'verification'), () => rebuiltAgain(verification)]) {
    const { before, after } = await rebuilt();
    expect(after).toEqual(before);
  }
}, 60_000);
