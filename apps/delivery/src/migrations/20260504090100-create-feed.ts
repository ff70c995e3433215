import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What this service owns of the feed: its entries, and those that repair cases wait for. */
export class CreateFeed20260504090100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table entries (
        position bigint not null,
        event_id uuid not null,
        type text not null,
        key text not null,
        subject text not null,
        record_id uuid,
        event json not null,
        written_at timestamptz not null default clock_timestamp(),
        constraint entries_pkey primary key (position),
        constraint entries_event_id_unique unique (event_id),
        constraint entries_position_check check (position >= 1)
      )`);
    await runner.query(`comment on table entries is
      'History. One row: an event for departments at its place in the feed; positions are gapless from 1, in the order of commit. The event is whole: what a reader may see of it is decided when it is read.'`);
    await runner.query(`create index entries_subject_position_idx on entries (subject, position)`);
    await runner.query(`create index entries_type_position_idx on entries (type, position)`);
    await grant(runner, 'select, insert', 'entries');
    await runner.query(`
      create table case_entries (
        case_id uuid not null,
        event_id uuid not null,
        position bigint not null,
        record_id uuid not null,
        credit_code text not null,
        written_on date not null,
        constraint case_entries_pkey primary key (case_id, event_id),
        constraint case_entries_position_fkey foreign key (position) references entries (position)
      )`);
    await runner.query(`comment on table case_entries is
      'One row: the entry of a repaired record, which its repair case waits for.'`);
    await grant(runner, 'select, insert', 'case_entries');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
