import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@chengxin/testing';
import { appliedOrders, CONSUMER, House, PRODUCER, upTo } from './support/house.js';
import { Writer } from './support/producer.js';

describe('the path of an event', () => {
  let house: House;
  let writer: Writer;

  beforeAll(async () => {
    house = await House.build();
    const [producer] = await Promise.all([house.start(PRODUCER), house.start(CONSUMER)]);
    writer = producer.app.get(Writer);
  }, 60_000);
  afterAll(() => house?.close(), 30_000);

  test('an event that is committed is applied by the one who listens', async () => {
    await writer.write('91429502MA4KC7Y11P', 3);
    await eventually(async () => (await appliedOrders(house))[0]?.orders.length === 3, 'three events to be applied');
    expect(await appliedOrders(house)).toEqual([{ key: 'credit.registry.records 91429502MA4KC7Y11P', orders: upTo(3) }]);
  });
});
