import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The copy tables, filled from the events of `registry`. A record may come before its subject, and a fact before its record. */
export class CreateCopies20260503090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createSubjects(runner);
    await createRecords(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

async function createSubjects(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table subjects (
      credit_code text collate "C" not null,
      version integer not null,
      name text not null,
      former_names text[] not null,
      state text not null,
      district text,
      register json not null,
      as_of date not null,
      source_unit json not null,
      search_name text not null,
      search_names text not null,
      bigrams text[] not null,
      public_register json not null,
      rights text not null,
      constraint subjects_pkey primary key (credit_code)
    )`);
  await runner.query(`comment on table subjects is
    'Copy. One row: a credit subject, from subject-registered and subject-changed; search_name and search_names its present name and all its names (one on each line) as they are compared, bigrams their pairs of characters, public_register what anyone may see under these rights.'`);
  // every search reads all of the pending list: a small one costs a load little
  await runner.query(`create index subjects_bigrams_idx on subjects using gin (bigrams) with (gin_pending_list_limit = 128)`);
  await grant(runner, 'select, insert, update, delete', 'subjects');
}

async function createRecords(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table records (
      record_id uuid not null,
      credit_code text collate "C" not null,
      item text not null,
      version integer not null,
      state text not null default 'current',
      ended_on date,
      publicity jsonb,
      fulfilment text,
      fulfilled_on date,
      whole_version integer,
      polarity text,
      document_number text,
      decided_on date,
      authority json,
      source_unit_code text,
      class text,
      effective_from date,
      valid_until date,
      fields json,
      public_fields json,
      rights text,
      constraint records_pkey primary key (record_id),
      constraint records_state_check check (state in ('current', 'repaired', 'withdrawn', 'annulled')),
      constraint records_fulfilment_check check (fulfilment in ('unknown', 'met')),
      constraint records_class_check check (class in ('minor', 'general', 'serious')),
      constraint records_whole_check check (num_nulls(whole_version, polarity, document_number, decided_on, authority, source_unit_code,
        effective_from, fields, rights) in (0, 9))
    )`);
  await runner.query(`comment on table records is
    'Copy. One row: a record, from the record-* events; version is that of its last fact, whole_version that of the last event that said it whole (null: only facts about it have come), public_fields what anyone may see under these rights (null: nothing).'`);
  await runner.query(`create index records_credit_code_decided_on_idx on records (credit_code, decided_on desc, record_id desc)`);
  await grant(runner, 'select, insert, update, delete', 'records');
}
