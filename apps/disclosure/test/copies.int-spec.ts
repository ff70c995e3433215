import { bothOrders, rebuiltAgain, rebuiltUnderFlow, startService, type TestService } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DisclosureModule } from '../src/disclosure.module.js';
import { migrations } from '../src/migrations/index.js';

let disclosure: TestService;
beforeAll(async () => {
  disclosure = await startService({ service: 'disclosure', module: DisclosureModule, migrations });
}, 60_000);
afterAll(() => disclosure?.close());

test('every pair of topics leaves the same in both orders', async () => {
  for (const { topics, one, other } of await bothOrders(disclosure, 'disclosure')) {
    expect({ topics, ...one }).toEqual({ topics, ...other });
    expect(one).toMatchObject({ inbox_entries: expect.anything() });
    expect(one).not.toHaveProperty('parked_events');
  }
}, 60_000);

test('a rebuild mends its copies under flow, and leaves what it owns, knows and has said alone', async () => {
  for (const rebuilt of [() => rebuiltUnderFlow(disclosure, 'disclosure'), () => rebuiltAgain(disclosure)]) {
    const { before, after } = await rebuilt();
    expect(after).toEqual(before);
  }
}, 60_000);
