import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { watermarkContract, type Envelope, type RecordEnding, type WatermarkAnnouncedV1 } from '@chengxin/contracts';
import { inTransaction } from '@chengxin/platform';
import { RecordWithdrawnV1 } from '@chengxin/contracts';
import type { RunningService } from '../src/index.js';
import { ask, asSuperuser, type SpecDatabase } from './support/database.js';
import { eventually } from './support/eventually.js';
import { chance, House, PRODUCER, RECORDS, upTo } from './support/house.js';
import { ending, Writer } from './support/producer.js';
import { ProxiedBroker } from './support/proxied-broker.js';
import type { Heard } from './support/wire.js';

const WATERMARKS = watermarkContract('registry').topic;

/** For each key the sequence numbers as they lie on the topic, each event where it first came. */
function ordersOf(heard: readonly Heard[]): Record<string, number[]> {
  const first = new Map(heard.toReversed().map((event) => [event.id, event]));
  const orders: Record<string, number[]> = {};
  for (const event of heard.filter((candidate) => first.get(candidate.id) === candidate))
    (orders[event.key] ??= []).push(Number(event.sequence));
  return orders;
}

/** Ends the database session of whoever leads, as a killed process would; gives its number. */
async function killLeader(database: SpecDatabase): Promise<number | undefined> {
  const [killed] = await asSuperuser<{ pid: number }>(
    database,
    `select pid, pg_terminate_backend(pid) from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
      where locktype = 'advisory' and granted and ((classid::bigint << 32) | objid::bigint) = hashtextextended('chengxin.relay', 42)`,
  );
  return killed?.pid;
}

describe('the relay', () => {
  let house: House;
  let service: RunningService;
  let writer: Writer;
  const random = chance();
  const written = new Map<string, number>();

  const write = async (key: string, count: number, before?: () => Promise<void>): Promise<void> => {
    await writer.write(key, count, before);
    written.set(key, (written.get(key) ?? 0) + count);
  };
  const nothingWaits = async (): Promise<boolean> => {
    const [row] = await ask<{ n: number }>(
      house.producer,
      `select count(*)::integer as n from outbox_events o, outbox_cursor c where (o.xid, o.position) > (c.xid, c.position) and topic = $1`,
      [RECORDS],
    );
    return row?.n === 0;
  };
  const allIsPublishedInOrder = async (): Promise<void> => {
    await eventually(nothingWaits, 'the outbox to be empty');
    const orders = ordersOf(await house.wire.read(RECORDS));
    expect(orders).toEqual(Object.fromEntries([...written].map(([key, count]) => [key, upTo(count)])));
  };

  beforeAll(async () => {
    house = await House.build();
    service = await house.start(PRODUCER);
    writer = service.app.get(Writer);
  }, 60_000);
  afterAll(() => house?.close(), 30_000);

  test('loses no event of slow and overlapping transactions', async () => {
    const writers = upTo(6).map(async (n) => {
      for (const turn of upTo(25)) {
        const pause = random(4) === 0 ? random(150) : 0;
        await write(`slow-${(n * turn) % 20}`, 1 + random(3), () => sleep(pause).then(() => undefined));
      }
    });
    await Promise.all(writers);
    await allIsPublishedInOrder();
  }, 60_000);

  test('keeps the sequence of one enterprise with eight writers', async () => {
    const writers = upTo(8).map(async () => {
      for (const _ of upTo(25)) await write('one-key', 1 + random(2));
    });
    await Promise.all(writers);
    await allIsPublishedInOrder();
  }, 60_000);

  test('refuses an event whose key a later transaction has written already', async () => {
    const { dataSource, outbox } = writer;
    const event = { contract: RecordWithdrawnV1, key: 'raced', data: ending() };
    const late = inTransaction(dataSource, async (tx) => {
      await tx.query('select pg_current_xact_id()');
      await inTransaction(dataSource, (other) => outbox.add(other, event));
      await outbox.add(tx, event);
    });
    await expect(late).rejects.toMatchObject({ code: '40001' });
    written.set('raced', 1);
  });

  test('refuses an event that its contract refuses, or that is too large', async () => {
    const add = (data: object) =>
      inTransaction(writer.dataSource, (tx) =>
        writer.outbox.add(tx, { contract: RecordWithdrawnV1, key: 'k', data: data as RecordEnding }),
      );
    await expect(add({ ...ending(), more: 1 })).rejects.toThrow(/is not announced/);
    await expect(add({ ...ending(), version: 'one' })).rejects.toThrow('/version');
    await expect(add(ending('x'.repeat(600_000)))).rejects.toThrow(/is not announced/);
  });

  test('a second relay takes over when the first is killed, and nothing is lost or swapped', async () => {
    const second = await house.start(PRODUCER);
    const leaders = new Set<number>();
    const flow = (async () => {
      for (const n of upTo(400)) await write(`killed-${n % 7}`, 1 + random(4));
    })();
    for (const _ of upTo(5)) {
      const killed = await killLeader(house.producer);
      if (killed !== undefined) leaders.add(killed);
      await sleep(50 + random(150));
    }
    await flow;
    expect(leaders.size).toBeGreaterThan(2);
    await allIsPublishedInOrder();
    await house.end(second);
  }, 60_000);

  test('loses nothing that was acknowledged when connections are cut while sends are in flight', async () => {
    await house.end(service);
    const broker = await ProxiedBroker.open(process.env['TEST_KAFKA_BROKERS'] ?? '');
    try {
      service = await house.start(PRODUCER);
      writer = service.app.get(Writer);
      let writing = true;
      let cuts = 0;
      const flow = (async () => {
        for (const n of upTo(500)) await write(`cut-${n % 5}`, 5 + random(20));
      })().finally(() => (writing = false));
      while (writing) {
        await sleep(20 + random(100));
        while (writing && !broker.sending) await sleep(1);
        if (broker.sending) cuts += 1;
        broker.cut();
      }
      await flow;
      expect(cuts).toBeGreaterThan(2);
      await allIsPublishedInOrder();
    } finally {
      await house.end(service);
      await broker.close();
    }
    service = await house.start(PRODUCER);
    writer = service.app.get(Writer);
  }, 120_000);

  test('a watermark is never ahead of what is published', async () => {
    const writers = upTo(4).map(async (n) => {
      for (const turn of upTo(30)) {
        const pause = random(3) === 0 ? random(200) : 5;
        await write(`mark-${(n * turn) % 9}`, 1, () => sleep(pause).then(() => undefined));
      }
    });
    await Promise.all(writers);
    await sleep(1_500);
    const marks = (await house.wire.read(WATERMARKS)) as unknown as Envelope<WatermarkAnnouncedV1>[];
    const events = await house.wire.read(RECORDS);
    expect(marks.length).toBeGreaterThan(3);
    const ahead = marks.flatMap(({ data: { at, offsets } }) =>
      events.filter(
        ({ data, partition, offset }) => (data as RecordEnding).knownAt <= at && offset >= Number(offsets[RECORDS]?.[partition]),
      ),
    );
    const firstOnly = ahead.filter(
      ({ id, offset, partition }) => !events.some((e) => e.id === id && e.partition === partition && e.offset < offset),
    );
    expect(firstOnly).toEqual([]);
  }, 60_000);
});
