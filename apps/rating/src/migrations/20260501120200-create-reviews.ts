import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviews20260501120200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reviews (
        event_id uuid not null,
        credit_code text not null,
        record_id uuid not null,
        case_id uuid,
        finding jsonb,
        constraint reviews_pkey primary key (event_id)
      )`);
    await runner.query(`comment on table reviews is
      'One row: an ending of a record that rating answers, by its event, with what was answered; without a finding its enterprise is not known yet.'`);
    await runner.query(`create index reviews_case_id_idx on reviews (case_id) where case_id is not null`);
    await runner.query(`create index reviews_unanswered_idx on reviews (credit_code) where finding is null`);
    await grant(runner, 'select, insert, update', 'reviews');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
