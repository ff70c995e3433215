import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '@chengxin/platform';

const REBUILDS = `
  create table rebuilds (
    id uuid not null default gen_random_uuid(),
    state text not null default 'filling',
    by text not null,
    level integer not null,
    ends jsonb not null,
    reached jsonb not null default '{}',
    applied integer not null default 0,
    reason text,
    began_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    constraint rebuilds_pkey primary key (id),
    constraint rebuilds_state_check check (state in ('filling', 'closing', 'done', 'failed')),
    constraint rebuilds_ended_check check ((state in ('done', 'failed')) = (ended_at is not null)),
    constraint rebuilds_reason_check check ((state = 'failed') = (reason is not null))
  )`;

/** Statements of their own see what was committed while the lock was waited for; it is held to the end of the transaction. */
const GATE = `
  create function pass_rebuild_gate() returns text language plpgsql as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('chengxin.rebuild', 42));
    return (select state from rebuilds where ended_at is null);
  end $$`;

/** As before, behind the gate. */
const OPEN = `
  create or replace function open_batch(keys text[], topics text[], partitions integer[], handlers text[], ids uuid[])
  returns jsonb language plpgsql as $$
  declare
    rebuild text;
  begin
    perform set_config('lock_timeout', '10s', true);
    rebuild := pass_rebuild_gate();
    perform pg_advisory_xact_lock(h)
       from (select distinct hashtextextended(k, 42) h from unnest(keys) k order by 1 offset 0) s;
    return jsonb_build_object(
      'rebuild', rebuild,
      'offsets', (select coalesce(jsonb_agg(jsonb_build_array(c.topic, c.partition, c.next_offset::text)), '[]')
                    from consumed_offsets c join unnest(topics, partitions) as p (topic, partition)
                      on c.topic = p.topic and c.partition = p.partition),
      'parked', (select coalesce(jsonb_agg(distinct jsonb_build_array(p.topic, p.key)), '[]')
                   from parked_events p where p.topic = any(topics) and p.key = any(keys)),
      'applied', (select coalesce(jsonb_agg(jsonb_build_array(i.handler, i.event_id)), '[]')
                    from inbox_entries i where i.handler = any(handlers) and i.event_id = any(ids)));
  end $$`;

/** Nobody gains a right by a rebuild: what a service may not empty row by row, it may not have replaced either. */
const MAY_EMPTY = `
  create function check_is_copy(copy text) returns void language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not (has_table_privilege(session_user, format('public.%I', copy), 'insert')
            and has_table_privilege(session_user, format('public.%I', copy), 'update')
            and has_table_privilege(session_user, format('public.%I', copy), 'delete')) then
      raise exception '% is no copy: % may not empty it', copy, session_user using errcode = '42501';
    end if;
  end $$`;

/** Columns, defaults and checks by LIKE; keys and indexes by their definitions, for LIKE would name them anew. */
const CLONE = `
  create function clone_copies(copies text[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    copy text;
    statement text;
  begin
    drop table if exists rebuild.inbox_entries;
    create table rebuild.inbox_entries (like public.inbox_entries including all);
    execute format('grant select, insert on rebuild.inbox_entries to %I', session_user);
    foreach copy in array copies loop
      perform check_is_copy(copy);
      execute format('drop table if exists rebuild.%I', copy);
      execute format('create table rebuild.%1$I (like public.%1$I including all excluding indexes)', copy);
      for statement in
        select format('alter table rebuild.%I add constraint %I %s', copy, conname, pg_get_constraintdef(oid)) from pg_constraint
         where conrelid = format('public.%I', copy)::regclass and contype in ('p', 'u', 'x')
        union all
        select replace(pg_get_indexdef(indexrelid), ' ON public.', ' ON rebuild.') from pg_index
         where indrelid = format('public.%I', copy)::regclass and not exists (select from pg_constraint where conindid = indexrelid)
        union all
        select format('alter table rebuild.%I set (%s)', copy, array_to_string(reloptions, ', ')) from pg_class
         where oid = format('public.%I', copy)::regclass and reloptions is not null
        union all
        select format('comment on table rebuild.%I is %L', copy, obj_description(format('public.%I', copy)::regclass, 'pg_class'))
        union all
        select format('grant select, insert, update, delete on rebuild.%I to %I', copy, session_user)
      loop
        execute statement;
      end loop;
    end loop;
  end $$`;

/** Whoever reads waits for a moment; where somebody reads for longer, the swap gives up and is tried again. */
const SWAP = `
  create function swap_copies(copies text[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    copy text;
  begin
    perform set_config('lock_timeout', '500ms', true);
    foreach copy in array copies loop
      perform check_is_copy(copy);
      execute format('lock table public.%I in access exclusive mode', copy);
    end loop;
    foreach copy in array copies loop
      execute format('drop table public.%I', copy);
      execute format('alter table rebuild.%I set schema public', copy);
    end loop;
    drop table rebuild.inbox_entries;
  end $$`;

export class CreateRebuilds20260505090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema rebuild`);
    await runner.query(
      `comment on schema rebuild is 'Copy tables that are being filled anew, until they take the place of those in public.'`,
    );
    await grant(runner, 'usage', 'schema rebuild');
    await runner.query(REBUILDS);
    await runner.query(`comment on table rebuilds is
      'One row: the copy tables were filled anew from the events up to ends; reached grows in the transactions of what is applied, so that any process can go on. level: how many migrations had run when it began.'`);
    await runner.query(`create unique index rebuilds_open_idx on rebuilds ((true)) where ended_at is null`);
    for (const sql of [GATE, OPEN, MAY_EMPTY, CLONE, SWAP]) await runner.query(sql);
    await grant(runner, 'select, insert, update', 'rebuilds');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
