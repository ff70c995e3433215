import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was said when, for reads of past moments: copies, filled from the events of `registry` and only ever added to. */
export class CreateVersions20260506100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createSubjectVersions(runner);
    await createRecordVersions(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

async function createSubjectVersions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table subject_versions (
      credit_code text collate "C" not null,
      version integer not null,
      known_at timestamptz not null,
      name text not null,
      former_names text[] not null,
      state text not null,
      register json not null,
      as_of date not null,
      source_unit json not null,
      constraint subject_versions_pkey primary key (credit_code, version)
    )`);
  await runner.query(`comment on table subject_versions is
    'Copy. One row: a credit subject as one subject-registered or subject-changed states it, known since known_at (machine time); never changed.'`);
  await grant(runner, 'select, insert, update, delete', 'subject_versions');
}

async function createRecordVersions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table record_versions (
      credit_code text collate "C" not null,
      record_id uuid not null,
      version integer not null,
      item text not null,
      known_at timestamptz not null,
      state text,
      ended_on date,
      publicity jsonb,
      fulfilment text,
      fulfilled_on date,
      polarity text,
      document_number text,
      decided_on date,
      authority json,
      class text,
      effective_from date,
      valid_until date,
      fields json,
      constraint record_versions_pkey primary key (credit_code, record_id, version),
      constraint record_versions_ended_check check ((state is null) = (ended_on is null)),
      constraint record_versions_whole_check check (num_nulls(polarity, document_number, decided_on, authority, effective_from, fields) in (0, 6))
    )`);
  await runner.query(`comment on table record_versions is
    'Copy. One row: what one record-* event says of a record, known since known_at (machine time); null is what it does not speak of; never changed.'`);
  await grant(runner, 'select, insert, update, delete', 'record_versions');
}
