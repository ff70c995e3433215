import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebase } from '../src/service/rebase.js';
import { Relay } from '../src/relay/relay.js';
import { ask, asSuperuser } from './support/database.js';
import { eventually } from './support/eventually.js';
import { House, PRODUCER, RECORDS } from './support/house.js';
import { Writer } from './support/producer.js';

describe('an outbox from another database server', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.build();
  }, 60_000);
  afterAll(() => house?.close(), 30_000);

  test('publishes nothing until it is re-based, then what was left, in order', async () => {
    const first = await house.start(PRODUCER);
    await first.app.get(Writer).write('moved', 3);
    await eventually(async () => (await house.wire.read(RECORDS)).length === 3, 'the first events to be published');
    await expect(rebase(house.producer.ownerUrl)).rejects.toThrow('a relay is running');
    await house.end(first);
    await asSuperuser(
      house.producer,
      // a last heartbeat may wait or not
      `delete from outbox_events where topic <> '${RECORDS}';
       update outbox_cursor set system_identifier = 1, xid = '9000000000';
       update outbox_events set xid = '9000000000';
       update event_sequences set xid = '9000000000'`,
    );
    await ask(
      house.producer,
      `insert into outbox_events (xid, topic, key, sequence, event_id, type, payload)
       select '9000000001', topic, key, sequence + 3, gen_random_uuid(), type, payload from outbox_events where topic = $1`,
      [RECORDS],
    );

    const second = await house.start(PRODUCER);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(second.app.get(Relay).state.leading).toBe(false);
    await house.end(second);
    expect(await house.wire.read(RECORDS)).toHaveLength(3);

    expect(await rebase(house.producer.ownerUrl)).toBe(3);
    const third = await house.start(PRODUCER);
    await third.app.get(Writer).write('moved', 1);
    await eventually(async () => (await house.wire.read(RECORDS)).length === 7, 'the rest to be published');
    expect((await house.wire.read(RECORDS)).at(-1)?.sequence).toBe('4');
  }, 40_000);
});
