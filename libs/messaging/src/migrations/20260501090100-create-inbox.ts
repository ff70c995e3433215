import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '@chengxin/platform';

const INBOX = `
  create table inbox_entries (
    handler text not null,
    event_id uuid not null,
    position bigint not null generated always as identity,
    topic text not null,
    key text not null,
    sequence bigint not null,
    constraint inbox_entries_pkey primary key (handler, event_id)
  )`;

const OFFSETS = `
  create table consumed_offsets (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    constraint consumed_offsets_pkey primary key (topic, partition)
  )`;

const PARKED = `
  create table parked_events (
    id uuid not null default gen_random_uuid(),
    position bigint not null generated always as identity,
    topic text not null,
    partition integer not null,
    at_offset bigint not null,
    key text,
    event_id text,
    type text,
    value bytea,
    reason text not null,
    attempts integer not null default 0,
    parked_at timestamptz not null default clock_timestamp(),
    constraint parked_events_pkey primary key (id),
    constraint parked_events_message_unique unique (topic, partition, at_offset)
  )`;

/** The locks come first and draw no transaction number; what follows sees what their last holders committed. */
const OPEN = `
  create function open_batch(keys text[], topics text[], partitions integer[], handlers text[], ids uuid[])
  returns jsonb language plpgsql as $$
  begin
    perform set_config('lock_timeout', '10s', true);
    perform pg_advisory_xact_lock(h)
       from (select distinct hashtextextended(k, 42) h from unnest(keys) k order by 1 offset 0) s;
    return jsonb_build_object(
      'offsets', (select coalesce(jsonb_agg(jsonb_build_array(c.topic, c.partition, c.next_offset::text)), '[]')
                    from consumed_offsets c join unnest(topics, partitions) as p (topic, partition)
                      on c.topic = p.topic and c.partition = p.partition),
      'parked', (select coalesce(jsonb_agg(distinct jsonb_build_array(p.topic, p.key)), '[]')
                   from parked_events p where p.topic = any(topics) and p.key = any(keys)),
      'applied', (select coalesce(jsonb_agg(jsonb_build_array(i.handler, i.event_id)), '[]')
                    from inbox_entries i where i.handler = any(handlers) and i.event_id = any(ids)));
  end $$`;

/** Inbox rows take their positions in the order given, which is the order applied; an offset never goes back. */
const CLOSE = `
  create function close_batch(handlers text[], ids uuid[], topics text[], keys text[], sequences bigint[],
                              offset_topics text[], offset_partitions integer[], next_offsets bigint[])
  returns void language sql as $$
    insert into inbox_entries (handler, event_id, topic, key, sequence)
    select handler, id, topic, key, sequence
      from unnest(handlers, ids, topics, keys, sequences) with ordinality as e (handler, id, topic, key, sequence, n) order by n;
    insert into consumed_offsets as c (topic, partition, next_offset)
    select * from unnest(offset_topics, offset_partitions, next_offsets) as o (topic, partition, next_offset) order by topic, partition
    on conflict (topic, partition) do update set next_offset = greatest(c.next_offset, excluded.next_offset);
  $$`;

export class CreateInbox20260501090100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INBOX);
    await runner.query(`comment on table inbox_entries is
      'One row: a kind of handler has applied an event; positions give the order applied. Twice delivered is once done.'`);
    await runner.query(`create index inbox_entries_topic_position_idx on inbox_entries (topic, position)`);
    await runner.query(OFFSETS);
    await runner.query(`comment on table consumed_offsets is
      'One row: the next message of a partition to consume, written with what the ones before it changed; all replicas share it.'`);
    await runner.query(PARKED);
    await runner.query(`comment on table parked_events is
      'One row: a message that could not be applied, or that waits behind one of its topic and key; without a readable key it waits alone.'`);
    await runner.query(`create index parked_events_topic_key_idx on parked_events (topic, key, position)`);
    for (const sql of [OPEN, CLOSE]) await runner.query(sql);
    await grant(runner, 'select, insert', 'inbox_entries');
    await grant(runner, 'select, insert, update, delete', 'consumed_offsets');
    await grant(runner, 'select, insert, update, delete', 'parked_events');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
