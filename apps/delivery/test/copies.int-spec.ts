import { bothOrders, rebuiltAgain, rebuiltUnderFlow, startService, type TestService } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DeliveryModule } from '../src/delivery.module.js';
import { migrations } from '../src/migrations/index.js';

let delivery: TestService;
beforeAll(async () => {
  delivery = await startService({ service: 'delivery', module: DeliveryModule, migrations });
}, 60_000);
afterAll(() => delivery?.close());

test('every pair of topics leaves the same in both orders', async () => {
  for (const { topics, one, other } of await bothOrders(delivery, 'delivery')) {
    expect({ topics, ...one }).toEqual({ topics, ...other });
    expect(one).toMatchObject({ inbox_entries: expect.anything() });
    expect(one).not.toHaveProperty('parked_events');
  }
}, 60_000);

test('a rebuild mends its copies under flow, and leaves what it owns, knows and has said alone', async () => {
  for (const rebuilt of [() => rebuiltUnderFlow(delivery, 'delivery'), () => rebuiltAgain(delivery)]) {
    const { before, after } = await rebuilt();
    expect(after).toEqual(before);
  }
}, 60_000);
