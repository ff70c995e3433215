import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '@chengxin/platform';

const EVENTS = `
  create table outbox_events (
    xid xid8 not null default pg_current_xact_id(),
    position bigint not null generated always as identity,
    topic text not null,
    key text not null,
    sequence bigint not null,
    event_id uuid not null,
    type text not null,
    payload text not null,
    added_at timestamptz not null default clock_timestamp(),
    constraint outbox_events_pkey primary key (xid, position)
  )`;

const CURSOR = `
  create table outbox_cursor (
    is_the_one boolean not null default true,
    xid xid8 not null default '0',
    position bigint not null default 0,
    epoch bigint not null default 0,
    system_identifier bigint,
    moved_at timestamptz not null default clock_timestamp(),
    constraint outbox_cursor_pkey primary key (is_the_one),
    constraint outbox_cursor_is_the_one_check check (is_the_one)
  )`;

const SEQUENCES = `
  create table event_sequences (
    topic text not null,
    key text not null,
    sequence bigint not null,
    xid xid8 not null,
    constraint event_sequences_pkey primary key (topic, key)
  )`;

/**
 * The number goes in as the first member of the JSON object, so the text made by the process is not parsed again. A key that a later
 * transaction has already written is refused: its events would leave in the wrong order.
 */
const ADD = `
  create function add_outbox_events(topics text[], keys text[], ids uuid[], types text[], payloads text[])
  returns bigint[] language plpgsql as $$
  declare
    numbers bigint[];
  begin
    with given as (
      select * from unnest(topics, keys, ids, types, payloads) with ordinality as e (topic, key, id, type, payload, n)
    ), counted as (
      insert into event_sequences as s (topic, key, sequence, xid)
      select topic, key, count(*), pg_current_xact_id() from given group by topic, key order by topic, key
      on conflict (topic, key) do update set sequence = s.sequence + excluded.sequence, xid = excluded.xid
        where s.xid <= excluded.xid
      returning topic, key, sequence
    ), numbered as (
      select g.*, c.sequence - count(*) over (partition by g.topic, g.key)
                  + row_number() over (partition by g.topic, g.key order by g.n) as number
        from given g join counted c on c.topic = g.topic and c.key = g.key
    ), inserted as (
      insert into outbox_events (topic, key, sequence, event_id, type, payload)
      select topic, key, number, id, type, '{"sequence":"' || number || '",' || substr(payload, 2) from numbered order by n
      returning event_id, sequence
    )
    select array_agg(i.sequence order by g.n) into numbers from given g join inserted i on i.event_id = g.id;
    if cardinality(numbers) is distinct from cardinality(ids) then
      raise exception 'a later transaction has written one of these keys: lock a key before anything else' using errcode = '40001';
    end if;
    return numbers;
  end $$`;

/** The time is drawn before the transaction gets its number: whoever is known before it has a lower number and leaves first. */
const HEARTBEAT = `
  create function add_heartbeat(topic text, service text, id uuid, type text, payload text)
  returns void language plpgsql as $$
  declare
    at timestamptz := date_trunc('milliseconds', clock_timestamp() - interval '1 microsecond');
  begin
    perform add_outbox_events(array[topic], array[service], array[id], array[type],
      array['{"at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",' || substr(payload, 2)]);
  end $$`;

/** The service may add to the outbox and read it; an announced heartbeat is all that ever leaves the table. */
const FORGET = `
  create function forget_heartbeat(of_xid xid8, of_position bigint)
  returns void language sql security definer set search_path from current as $$
    delete from outbox_events where xid = of_xid and position = of_position and type like 'credit.%.watermark-announced.v_'
  $$`;

/**
 * After dump and restore the numbers of the old server mean nothing on the new one. What was published moves to the front under the
 * number 0; what was not gets numbers of this server.
 */
const REBASE = `
  create function rebase_outbox() returns integer language plpgsql as $$
  declare
    reached outbox_cursor;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended('chengxin.relay', 42)) then
      raise exception 'a relay is running: stop the service first';
    end if;
    lock table outbox_events, event_sequences, outbox_cursor in access exclusive mode;
    select * into reached from outbox_cursor;
    create temporary table rebased on commit drop as
      select *, (xid, position) <= (reached.xid, reached.position) as published, row_number() over (order by xid, position) as n
        from outbox_events;
    delete from outbox_events;
    insert into outbox_events (xid, topic, key, sequence, event_id, type, payload, added_at)
    select case when published then '0'::xid8 else pg_current_xact_id() end, topic, key, sequence, event_id, type, payload, added_at
      from rebased order by n;
    update event_sequences set xid = '0';
    update outbox_cursor set xid = '0', position = coalesce((select max(position) from outbox_events where xid = '0'), 0),
                             system_identifier = (select system_identifier from pg_control_system());
    return (select count(*) from outbox_events where xid <> '0');
  end $$`;

export class CreateOutbox20260501090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVENTS);
    await runner.query(`comment on table outbox_events is
      'One row: an event of this service as it leaves for Kafka, in the order (xid, position); heartbeats too, until announced as a watermark.'`);
    await runner.query(CURSOR);
    await runner.query(`comment on table outbox_cursor is
      'The one row: the last event that Kafka has acknowledged, the number of the leading relay, and the server whose transaction numbers these are.'`);
    await runner.query(`insert into outbox_cursor default values`);
    await runner.query(SEQUENCES);
    await runner.query(`comment on table event_sequences is
      'One row: the number of the last event of a topic and key, and the transaction that wrote it.'`);
    for (const sql of [ADD, HEARTBEAT, FORGET, REBASE]) await runner.query(sql);
    await runner.query(`revoke execute on function rebase_outbox() from public`);
    await grant(runner, 'select, insert', 'outbox_events');
    await grant(runner, 'select, update', 'outbox_cursor');
    await grant(runner, 'select, insert, update', 'event_sequences');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
