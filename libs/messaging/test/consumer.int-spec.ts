import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { operationContract, RecordAnnulledV1, RecordWithdrawnV1, type Envelope } from '@chengxin/contracts';
import { Discards } from '../src/parking/discards.js';
import { ParkedEvents, type Received, type RunningService } from '../src/index.js';
import { behaviour } from './support/consumer.js';
import { asSuperuser } from './support/database.js';
import { eventually } from './support/eventually.js';
import { chance, CONSUMER, House, RECORDS, upTo } from './support/house.js';
import { ending, KINDS } from './support/producer.js';
import { envelopeOf } from './support/wire.js';

const random = chance();

describe('the consumer', () => {
  let house: House;
  let service: RunningService;

  const event = (key: string, sequence: number, contract = KINDS[random(2)] ?? RecordWithdrawnV1): Envelope =>
    envelopeOf(contract, key, sequence, ending());
  const put = (events: Envelope[]): Promise<void> =>
    house.wire.put(
      RECORDS,
      events.map((envelope) => ({ key: envelope.subject ?? '', value: JSON.stringify(envelope) })),
    );
  const appliedAre = (n: number): Promise<void> => eventually(async () => (await house.applied()) >= n, `${n} events to be applied`);
  const line = (key: string, n: number, contract?: (typeof KINDS)[number]): Envelope[] =>
    upTo(n).map((sequence) => event(key, sequence, contract));
  const failOn = (id: string): void => {
    behaviour.before = async (events: Received[]) => {
      if (events.some((received) => received.id === id)) throw new Error('this one is poison');
    };
  };

  beforeAll(async () => {
    house = await House.build();
  }, 60_000);
  beforeEach(async () => {
    service = await house.start(CONSUMER);
  }, 30_000);
  afterEach(async () => {
    behaviour.before = async () => undefined;
    await house.end(service);
    await asSuperuser(house.consumer, 'truncate applied, parked_events, inbox_entries');
  }, 30_000);
  afterAll(() => house?.close(), 30_000);

  test('does once what is delivered twice', async () => {
    const events = line('twice', 20);
    await put([...events, ...events.slice(5)]);
    await put(events);
    await put([event('twice-end', 1)]);
    await eventually(async () => 'twice-end' in (await house.appliedOrders()), 'the last event to be applied');
    expect((await house.appliedOrders())['twice']).toEqual(upTo(20));
    expect(await house.parked()).toEqual([]);
  }, 30_000);

  test('keeps the order of each key through waves of two types', async () => {
    const next = new Map<string, number>();
    const events = upTo(2_000).map(() => {
      const key = `waves-${random(30)}`;
      next.set(key, (next.get(key) ?? 0) + 1);
      return event(key, next.get(key) ?? 0);
    });
    await put(events.slice(0, 700));
    await put(events.slice(700));
    await appliedAre(2_000);
    expect(await house.appliedOrders()).toEqual(Object.fromEntries([...next].map(([key, n]) => [key, upTo(n)])));
    const orders: Record<string, number[]> = {};
    const annulled = events.filter(({ type }) => type === RecordAnnulledV1.type);
    for (const { subject = '', sequence } of annulled) (orders[subject] ??= []).push(Number(sequence));
    expect(await house.appliedOrders('acts')).toEqual(orders);
  }, 30_000);

  test('parks what cannot be read, and with it only the later events of its topic and key', async () => {
    const [first, second] = [event('unreadable', 1), event('unreadable', 3)];
    const wrong = { ...event('wrong', 1), data: { ...ending(), version: 'one' } };
    const later = { ...event('later', 1), type: RecordWithdrawnV1.type.replace(/v1$/, 'v2') };
    const unknown = { ...event('unknown', 1), type: 'credit.registry.record-whispered.v1' };
    await put([first]);
    await house.wire.put(RECORDS, [{ key: 'unreadable', value: 'no JSON' }]);
    await house.wire.put(RECORDS, [{ key: null, value: JSON.stringify(event('no key', 1)) }]);
    await put([second, wrong, later, unknown, event('wrong', 2), event('later', 2), event('unknown', 2), event('free', 1)]);
    await appliedAre(3);
    await eventually(async () => (await house.parked()).length === 7, 'seven messages to be parked');
    expect(await house.appliedOrders()).toEqual({ unreadable: [1], unknown: [2], free: [1] });
    const parked = await house.parked();
    const reasons = (key: string | null): string[] => parked.filter((row) => row.key === key).map(({ reason }) => reason);
    expect(reasons('unreadable')).toEqual(['it is not a CloudEvent in JSON', 'an earlier event of its topic and key is parked']);
    expect(reasons('wrong')[0]).toContain('/version');
    expect(reasons('later')[0]).toContain('version of credit.registry.record-withdrawn.v2 is not known');
    expect(reasons(null)).toEqual(['it has no readable key']);
  }, 30_000);

  test('parks a poison message with what comes behind it; a replay restores the order', async () => {
    const events = line('poisoned', 12);
    failOn(events[4]?.id ?? '');
    await put([...events.slice(0, 8), ...line('healthy', 10)]);
    await put(events.slice(8));
    await appliedAre(14);
    await eventually(async () => (await house.parked()).length === 8, 'eight events to be parked');
    expect(await house.appliedOrders()).toEqual({ poisoned: upTo(4), healthy: upTo(10) });
    expect((await house.parked())[0]?.reason).toBe('Error: this one is poison');

    const parked = service.app.get(ParkedEvents);
    expect(await parked.replay({ all: true }, 'operator')).toEqual({ replayed: 0, parked: 8 });
    expect((await house.parked())[0]?.attempts).toBe(1);
    behaviour.before = async () => undefined;
    const third = (await house.parked())[2]?.id ?? '';
    expect(await parked.replay({ id: third }, 'operator')).toEqual({ replayed: 3, parked: 5 });
    expect(await parked.replay({ topic: RECORDS, key: 'poisoned' }, 'operator')).toEqual({ replayed: 5, parked: 0 });
    expect((await house.appliedOrders())['poisoned']).toEqual(upTo(12));
    const { topic } = operationContract('rating');
    await eventually(async () => (await house.wire.read(topic)).length === 2, 'both replays to be announced');
    expect((await house.wire.read(topic)).map(({ data }) => data)).toMatchObject([
      { operation: 'replay', target: third, count: 3, by: 'operator' },
      { operation: 'replay', target: `${RECORDS} poisoned`, count: 5, by: 'operator' },
    ]);
  }, 30_000);

  test('gives a message up by name, with a reason, and goes on behind it', async () => {
    await house.wire.put(RECORDS, [{ key: 'given up', value: 'no JSON' }]);
    await put(line('given up', 3));
    await eventually(async () => (await house.parked()).length === 4, 'four messages to be parked');
    const [poison = '', behind = ''] = (await house.parked()).map(({ id }) => id);
    const discards = service.app.get(Discards);
    const why = { because: 'never an event, says 13987650042', by: 'operator' };
    await expect(discards.discard({ id: behind, ...why })).rejects.toMatchObject({ code: 'parked.waits-behind', status: 409 });
    expect(await discards.discard({ id: poison, ...why })).toEqual({ replayed: 3, parked: 0 });
    await expect(discards.discard({ id: poison, ...why })).rejects.toMatchObject({ code: 'request.not-found', status: 404 });
    expect((await house.appliedOrders())['given up']).toEqual(upTo(3));
    const { topic } = operationContract('rating');
    const announced = async () => (await house.wire.read(topic)).filter(({ data }) => 'reason' in data);
    await eventually(async () => (await announced()).length === 1, 'that to be announced');
    expect((await announced())[0]?.data).toMatchObject({
      operation: 'discard',
      target: poison,
      reason: 'never an event, says ***********',
      by: 'operator',
    });
  }, 30_000);

  test('restores the order also while events of the key keep coming', async () => {
    const events = line('flowing', 3_000, RecordWithdrawnV1);
    failOn(events[10]?.id ?? '');
    await put(events.slice(0, 1_000));
    await eventually(async () => (await house.parked()).length > 900, 'the line to be parked');
    behaviour.before = async () => undefined;
    const flow = (async () => {
      for (let n = 1_000; n < 3_000; n += 100) {
        await put(events.slice(n, n + 100));
        await sleep(10);
      }
    })();
    const parked = service.app.get(ParkedEvents);
    await eventually(async () => (await parked.replay({ all: true }, 'operator')).parked === 0, 'nothing to be parked');
    await flow;
    await appliedAre(3_000);
    expect(await house.appliedOrders()).toEqual({ flowing: upTo(3_000) });
    expect(await house.parked()).toEqual([]);
  }, 60_000);

  test('waits out faults of the surroundings and parks nothing', async () => {
    const states = ['53200', '40P01', '40001', '55P03', '57P01', '08006'];
    behaviour.before = async (_events, tx) => {
      const state = states.shift();
      if (state) await tx.query(`do $$ begin raise exception 'surroundings' using errcode = '${state}'; end $$`);
    };
    const killing = (async () => {
      for (const _ of upTo(8)) {
        await asSuperuser(
          house.consumer,
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        );
        await sleep(100);
      }
    })();
    for (const n of upTo(40)) {
      await put(upTo(5).map((key) => event(`surrounded-${key}`, n)));
      await sleep(10);
    }
    await killing;
    await appliedAre(200);
    expect(await house.parked()).toEqual([]);
    expect(Object.values(await house.appliedOrders())).toEqual(upTo(5).map(() => upTo(40)));
  }, 60_000);

  test('applies everything once and in order while replicas come and go', async () => {
    const next = new Map<string, number>();
    let flowing = true;
    const flow = (async () => {
      for (const _ of upTo(120)) {
        const events = upTo(20).map(() => {
          const key = `replicas-${random(25)}`;
          next.set(key, (next.get(key) ?? 0) + 1);
          return event(key, next.get(key) ?? 0);
        });
        await put(events);
        await sleep(20);
      }
      flowing = false;
    })();
    while (flowing) {
      const other = await house.start(CONSUMER);
      await sleep(300 + random(500));
      await house.end(random(2) === 0 ? other : service);
      if (random(2) === 0) await sleep(random(300));
      if (!house.runs(service)) service = other;
    }
    await flow;
    await appliedAre(2_400);
    const expected = Object.fromEntries([...next].map(([key, n]) => [key, upTo(n)]));
    const orders = Object.fromEntries(Object.entries(await house.appliedOrders()).filter(([key]) => key.startsWith('replicas')));
    expect(orders).toEqual(expected);
    expect(await house.parked()).toEqual([]);
  }, 120_000);

  test('reads again what the broker calls consumed but the database does not know', async () => {
    await put(line('gap', 30));
    await appliedAre(30);
    await house.end(service);
    await asSuperuser(house.consumer, `truncate applied, inbox_entries; delete from consumed_offsets where topic = '${RECORDS}'`);
    service = await house.start(CONSUMER);
    await put([event('gap', 31)]);
    await eventually(async () => (await house.appliedOrders())['gap']?.length === 31, 'all events of the key to be applied');
    expect((await house.appliedOrders())['gap']).toEqual(upTo(31));
  }, 60_000);
});
