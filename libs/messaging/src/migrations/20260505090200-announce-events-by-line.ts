import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The events of a transaction come as one text, a line of JSON each without its opening brace: nothing in it has to be quoted on the way
 * here, and the number goes in before it without counting characters. A key that a later transaction has already written is refused: its
 * events would leave in the wrong order.
 */
const ANNOUNCE = `
  create function announce_events(topics text[], keys text[], ids uuid[], types text[], lines text)
  returns bigint[] language plpgsql as $$
  declare
    numbers bigint[];
  begin
    with given as (
      select * from unnest(topics, keys, ids, types, string_to_array(lines, E'\\n')) with ordinality as e (topic, key, id, type, line, n)
    ), counted as (
      insert into event_sequences as s (topic, key, sequence, xid)
      select topic, key, count(*), pg_current_xact_id() from given group by topic, key order by topic, key
      on conflict (topic, key) do update set sequence = s.sequence + excluded.sequence, xid = excluded.xid
        where s.xid <= excluded.xid
      returning topic, key, sequence
    ), numbered as (
      select g.n, c.sequence - count(*) over (partition by g.topic, g.key)
                  + row_number() over (partition by g.topic, g.key order by g.n) as number
        from given g join counted c on c.topic = g.topic and c.key = g.key
    ), inserted as (
      insert into outbox_events (topic, key, sequence, event_id, type, payload)
      select topic, key, number, id, type, '{"sequence":"' || number || '",' || line from given join numbered using (n) order by n
    )
    select array_agg(number order by n) into numbers from numbered;
    if cardinality(numbers) is distinct from cardinality(ids) then
      raise exception 'a later transaction has written one of these keys: lock a key before anything else' using errcode = '40001';
    end if;
    return numbers;
  end $$`;

/** Who still has the events in an array, as heartbeats and processes that were started before this have, goes the same way. */
const ADD = `
  create or replace function add_outbox_events(topics text[], keys text[], ids uuid[], types text[], payloads text[])
  returns bigint[] language sql as $$
    select announce_events(topics, keys, ids, types,
      (select string_agg(substr(payload, 2), E'\\n' order by n) from unnest(payloads) with ordinality as p (payload, n)))
  $$`;

export class AnnounceEventsByLine20260505090200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANNOUNCE);
    await runner.query(ADD);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
