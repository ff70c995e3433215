import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The copy tables, filled from the events of `registry`. */
export class CreateCopies20260501110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table subjects (
        credit_code text not null,
        version integer not null,
        name text not null,
        former_names text[] not null,
        state text not null,
        constraint subjects_pkey primary key (credit_code)
      )`);
    await runner.query(`comment on table subjects is
      'Copy. One row: a credit subject with its present and former names and its state, from subject-registered and subject-changed.'`);
    await grant(runner, 'select, insert, update, delete', 'subjects');
    await runner.query(`
      create table records (
        record_id uuid not null,
        credit_code text not null,
        version integer not null,
        item text not null,
        class text,
        decided_on date not null,
        state text not null default 'current',
        counted_until date,
        fulfilment text not null,
        constraint records_pkey primary key (record_id),
        constraint records_class_check check (class in ('minor', 'general', 'serious')),
        constraint records_state_check check (state in ('current', 'repaired', 'annulled', 'withdrawn'))
      )`);
    await runner.query(`comment on table records is
      'Copy. One row: a record as evidence, from the record-* events; class is the one for ratings and checks, counted_until its last day.'`);
    await runner.query(`create index records_credit_code_idx on records (credit_code)`);
    await grant(runner, 'select, insert, update, delete', 'records');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
