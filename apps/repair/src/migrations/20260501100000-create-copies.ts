import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The copy tables, filled from the events of `registry`. */
export class CreateCopies20260501100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table subjects (
        credit_code text not null,
        version integer not null,
        name text not null,
        constraint subjects_pkey primary key (credit_code)
      )`);
    await runner.query(`comment on table subjects is
      'Copy. One row: a credit subject under its present name, from subject-registered and subject-changed.'`);
    await grant(runner, 'select, insert, update, delete', 'subjects');
    await runner.query(`
      create table records (
        record_id uuid not null,
        credit_code text not null,
        version integer not null,
        item text not null,
        polarity text not null,
        class text,
        document_number text not null,
        decided_on date not null,
        authority_code text not null,
        authority_name text not null,
        source_unit_code text not null,
        standing text not null default 'current',
        publicity jsonb not null,
        fulfilment jsonb,
        constraint records_pkey primary key (record_id),
        constraint records_polarity_check check (polarity in ('adverse', 'neutral', 'favourable')),
        constraint records_class_check check (class in ('minor', 'general', 'serious')),
        constraint records_standing_check check (standing in ('current', 'repaired', 'annulled', 'withdrawn'))
      )`);
    await runner.query(`comment on table records is
      'Copy. One row: a record as it stands now, from the record-* events; fulfilment is null while it is unknown.'`);
    await runner.query(`create index records_credit_code_idx on records (credit_code, decided_on, record_id)`);
    await grant(runner, 'select, insert, update, delete', 'records');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
