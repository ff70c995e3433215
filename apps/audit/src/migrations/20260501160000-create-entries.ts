import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The log that only grows. */
export class CreateEntries20260501160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table entries (
        position bigint not null,
        event_id uuid not null,
        type text not null,
        source text not null,
        key text not null,
        sequence bigint not null,
        actor text,
        correlation_id text not null,
        causation_id text,
        said_at timestamptz not null,
        data jsonb not null,
        kept_at timestamptz not null default clock_timestamp(),
        constraint entries_pkey primary key (position),
        constraint entries_event_id_key unique (event_id)
      )`);
    await runner.query(`comment on table entries is
      'One row: an event that was said. Nothing is changed or deleted here; positions have no gap.'`);
    await runner.query(`create index entries_key_idx on entries (key, position)`);
    await runner.query(`create index entries_type_idx on entries (type, position)`);
    await runner.query(`create index entries_correlation_id_idx on entries (correlation_id, position)`);
    await grant(runner, 'select, insert', 'entries');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
