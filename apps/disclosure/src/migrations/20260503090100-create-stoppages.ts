import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What this service owns: the answers that repair cases wait for. */
export class CreateStoppages20260503090100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stoppages (
        case_id uuid not null,
        record_id uuid not null,
        credit_code text not null,
        repaired_event_id uuid not null,
        last_shown_on date,
        not_shown_since timestamptz,
        stopped_on date,
        answered_at timestamptz,
        constraint stoppages_pkey primary key (case_id),
        constraint stoppages_answered_check check ((answered_at is null) = (stopped_on is null))
      )`);
    await runner.query(`comment on table stoppages is
      'One row: a repair case that waits for publication-stopped: the record, the event that repaired it and its last day shown (null: never shown); answered once the record itself is known, with the machine time since which it is not shown.'`);
    await runner.query(`create index stoppages_waiting_idx on stoppages (record_id) where answered_at is null`);
    await grant(runner, 'select, insert, update', 'stoppages');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
