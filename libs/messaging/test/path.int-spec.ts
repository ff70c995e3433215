import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { CONSUMER, House, PRODUCER, upTo } from './support/house.js';
import { Writer } from './support/producer.js';

const KEY = '91429502MA4KC7Y11P';

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
    await writer.write(KEY, 3);
    await eventually(async () => (await house.applied()) === 3, 'three events to be applied');
    expect(await house.appliedOrders()).toEqual({ [KEY]: upTo(3) });
  });
});
