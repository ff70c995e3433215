import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What this service owns: the answers it gave, and the reviews that repair cases wait for. */
export class CreateAnswers20260501110100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table answers (
        number text not null,
        credit_code text not null,
        domain text not null,
        asked_by text not null,
        asked_by_unit text,
        document jsonb not null,
        answered_at timestamptz not null,
        constraint answers_pkey primary key (number)
      )`);
    await runner.query(`comment on table answers is
      'One row: a check that was answered, as it was answered; never changed.'`);
    await grant(runner, 'select, insert', 'answers');
    await runner.query(`
      create table reviews (
        case_id uuid not null,
        credit_code text not null,
        record_id uuid,
        repaired_event_id uuid,
        moves jsonb,
        rating_event_id uuid,
        announced_at timestamptz,
        constraint reviews_pkey primary key (case_id)
      )`);
    await runner.query(`comment on table reviews is
      'One row: the review of all domains that a repair case waits for; announced once the repaired record and the reviewed rating are both here.'`);
    await grant(runner, 'select, insert, update', 'reviews');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
