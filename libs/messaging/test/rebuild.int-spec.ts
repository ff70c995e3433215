import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { operationContract } from '@chengxin/contracts';
import { Discards } from '../src/parking/discards.js';
import { ParkedEvents, type Received, Rebuilds, type RebuildProgress, type RunningService, type ServiceDefinition } from '../src/index.js';
import { copierMigrations, CopierModule, filling } from './support/copier.js';
import { ask, asSuperuser } from './support/database.js';
import { eventually } from './support/eventually.js';
import { CONSUMER, House, RECORDS, upTo } from './support/house.js';
import { ending, KINDS } from './support/producer.js';
import { envelopeOf } from './support/wire.js';

const COPIER: ServiceDefinition = { service: 'rating', module: CopierModule, migrations: copierMigrations };
const KEYS = 20;

/** What a table is besides its rows. */
const SHAPE = `
  select jsonb_build_object(
    'indexes', (select jsonb_agg(indexdef order by indexname) from pg_indexes where schemaname = 'public' and tablename = 'copied'),
    'constraints', (select jsonb_agg(conname || ' ' || pg_get_constraintdef(oid) order by conname) from pg_constraint where conrelid = c.oid),
    'columns', (select jsonb_agg(to_jsonb(i) - 'table_catalog' - 'udt_catalog' order by ordinal_position) from information_schema.columns i
                 where table_schema = 'public' and table_name = 'copied'),
    'comment', obj_description(c.oid, 'pg_class'), 'options', reloptions, 'owner', relowner::regrole::text, 'acl', relacl::text) as found
    from pg_class c where c.oid = 'public.copied'::regclass`;

describe('a rebuild', () => {
  let house: House;
  let service: RunningService;
  let sent = 0;

  const put = async (count: number): Promise<void> => {
    const numbers = upTo(count).map((n) => sent + n);
    sent += count;
    const events = numbers.map((n) => envelopeOf(KINDS[n % 3 === 0 ? 1 : 0], `key-${n % KEYS}`, Math.ceil(n / KEYS), ending()));
    const messages = events.map((event) => ({ key: event.subject ?? '', value: JSON.stringify(event) }));
    await house.wire.put(RECORDS, [...messages, ...messages.slice(-5)]); // the last ones are delivered twice
  };
  const one = async <T>(sql: string): Promise<T | undefined> => (await ask<{ found: T }>(house.consumer, sql))[0]?.found;
  const copied = () => one<number>(`select coalesce(sum(n), 0)::integer as found from copied`);
  const digest = () => one<string>(`select md5(string_agg(key || chain || n, ',' order by key)) as found from copied`);
  const untouched = () =>
    one<string>(`select md5(coalesce((select string_agg(o::text, ',' order by event_id) from owned o), '')
                         || (select string_agg(i::text, ',' order by position) from inbox_entries i)
                         || (select coalesce(string_agg(p::text, ','), '') from parked_events p)) as found`);
  const rebuilds = () => service.app.get(Rebuilds);
  const allCopied = () => eventually(async () => (await copied()) === sent, `${sent} events to be copied`);
  const ended = async (): Promise<void> => {
    await eventually(
      async () => (await one(`select count(*)::integer as found from rebuilds where ended_at is null`)) === 0,
      'the rebuild to end',
    );
  };
  const rebuilt = async (): Promise<RebuildProgress> => {
    await rebuilds().begin('operator');
    await ended();
    return rebuilds().progress();
  };
  const get = async (path: string) => {
    const response = await fetch(`${service.url}/api/v1${path}`);
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body: (await response.json()) as object };
  };

  beforeAll(async () => {
    house = await House.build(copierMigrations);
    service = await house.start(COPIER);
  }, 60_000);
  afterEach(() => {
    filling.before = async () => undefined;
  });
  afterAll(() => house?.close(), 30_000);

  test('mends the copies, under flow, and leaves what is owned and what is known alone', async () => {
    await put(600);
    await allCopied();
    const [before, untouchedBefore, shape] = [await digest(), await untouched(), await one(SHAPE)];
    await asSuperuser(house.consumer, `update copied set chain = 'spoilt' where key = 'key-3'; delete from copied where key = 'key-4'`);
    expect(await rebuilt()).toMatchObject({ state: 'done', applied: 600, by: 'operator' });
    expect([await digest(), await untouched(), await one(SHAPE)]).toEqual([before, untouchedBefore, shape]);
    expect(await one(`select count(*)::integer as found from pg_tables where schemaname = 'rebuild'`)).toBe(0);

    const flow = async (): Promise<void> => {
      for (const _ of upTo(20)) {
        await put(20);
        await sleep(100);
      }
    };
    await Promise.all([flow(), rebuilt()]);
    await allCopied();
    const underFlow = await digest();
    await rebuilt();
    expect(await digest()).toBe(underFlow);
    // each decision saw the copy with its own event and those before it, never a half-filled one
    expect(await one(`select count(*)::integer as found from owned`)).toBe(Math.floor(sent / 3));
    expect(await one(`select count(*)::integer as found from owned where copied = 0`)).toBe(0);

    const { topic } = operationContract('rating');
    await eventually(async () => (await house.wire.read(topic)).length === 3, 'the rebuilds to be announced');
    expect((await house.wire.read(topic))[0]?.data).toMatchObject({ operation: 'rebuild', target: 'copied', count: 600, by: 'operator' });
  }, 60_000);

  test('answers 503 meanwhile, where nothing else is said; handles what comes, and refuses a second one', async () => {
    await put(100);
    await allCopied();
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    filling.before = () => held;
    await rebuilds().begin('operator');
    expect(await get('/copies')).toMatchObject({ status: 503, retryAfter: '5', body: { type: '/problems/rebuild.under-way' } });
    expect(await get('/copies/age')).toMatchObject({ status: 200, body: { rebuilding: true } });
    await expect(rebuilds().begin('operator')).rejects.toMatchObject({ code: 'rebuild.running', status: 409 });
    await put(40);
    await allCopied();
    go();
    await ended();
    await eventually(async () => (await get('/copies')).status === 200, 'the copies to be read again');
    expect(await copied()).toBe(sent);
  }, 30_000);

  test('goes on in another process after its own was cut off in the middle', async () => {
    await put(400);
    await allCopied();
    const [before, untouchedBefore] = [await digest(), await untouched()];
    const beside = await house.start(COPIER);
    let calls = 0;
    filling.before = async () => {
      calls += 1;
      if (calls === 300) await sleep(3_000);
    };
    await rebuilds().begin('operator');
    await eventually(() => calls >= 300, 'the rebuild to be in the middle');
    // a killed process is a connection cut in an open transaction and a member that never says goodbye
    await asSuperuser(
      house.consumer,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'rating'`,
    );
    await ended();
    expect(await one(`select coalesce(reason, state) as found from rebuilds order by began_at desc limit 1`)).toBe('done');
    expect([await digest(), await untouched()]).toEqual([before, untouchedBefore]);
    await house.end(beside);
  }, 60_000);

  test('fails where an event cannot be applied any more, and leaves the copies as they are', async () => {
    await put(60);
    await allCopied();
    const before = await digest();
    filling.before = async ({ sequence }: Received) => {
      if (sequence === 2) throw new Error('this one is poison');
    };
    expect(await rebuilt()).toMatchObject({ state: 'failed', reason: expect.stringContaining('this one is poison') });
    expect(await digest()).toBe(before);
    await eventually(async () => (await get('/copies')).status === 200, 'the copies to be read again');
  }, 30_000);

  test('fails where the copy cannot be replaced, and lets events be handled again', async () => {
    await asSuperuser(house.consumer, 'create view on_copied as select * from copied');
    expect(await rebuilt()).toMatchObject({ state: 'failed', reason: expect.stringContaining('cannot drop table copied') });
    await put(20);
    await allCopied();
    await asSuperuser(house.consumer, 'drop view on_copied');
    expect(await rebuilt()).toMatchObject({ state: 'done' });
  }, 30_000);

  test('leaves out what is parked or given up; nothing is replayed meanwhile', async () => {
    const [bad, good] = [{ ...ending(), version: 'none' }, ending()].map((data, n) => envelopeOf(KINDS[0], 'parked', n + 1, data));
    await house.wire.put(
      RECORDS,
      [bad, good].map((event) => ({ key: 'parked', value: JSON.stringify(event) })),
    );
    await eventually(async () => (await house.parked()).length === 2, 'both to be parked');
    let refused: unknown;
    filling.before = async () => {
      refused ??= await service.app
        .get(ParkedEvents)
        .replay({ all: true }, 'operator')
        .catch((fault: unknown) => fault);
    };
    const before = await digest();
    expect(await rebuilt()).toMatchObject({ state: 'done' });
    expect(refused).toMatchObject({ code: 'rebuild.under-way' });
    expect(await digest()).toBe(before);
    expect(await house.parked()).toHaveLength(2);
    filling.before = async () => undefined;
    const [{ id = '' } = {}] = await house.parked();
    expect(await service.app.get(Discards).discard({ id, because: 'no version', by: 'operator' })).toEqual({ replayed: 1, parked: 0 });
    const after = await digest();
    expect(await rebuilt()).toMatchObject({ state: 'done' });
    expect(await digest()).toBe(after);
  }, 30_000);

  test('is refused by a service without copies', async () => {
    await house.end(service);
    const plain = await house.start(CONSUMER);
    await expect(plain.app.get(Rebuilds).begin('operator')).rejects.toMatchObject({ code: 'rebuild.no-copies', status: 409 });
    await house.end(plain);
  }, 30_000);
});
