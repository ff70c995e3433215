import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecords20260502090100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table personal_details (
        id uuid not null,
        about text not null,
        key text not null,
        details jsonb not null,
        kept_since date not null,
        constraint personal_details_pkey primary key (id),
        constraint personal_details_about_check check (about in ('record', 'rejection'))
      )`);
    await runner.query(`comment on table personal_details is
      'One row: identity papers of natural persons that came with a record or a refused row, and the key of the digest that stands elsewhere. The only place for them; may be deleted.'`);
    await grant(runner, 'select, insert, delete', 'personal_details');

    await runner.query(`
      create table records (
        id uuid not null,
        credit_code text not null,
        item text not null,
        natural_key text not null,
        authority_code text not null,
        version integer not null,
        status text not null,
        state jsonb not null,
        content_digest text not null,
        personal_id uuid,
        personal_digest text,
        next_ending date,
        known_at timestamptz not null,
        constraint records_pkey primary key (id),
        constraint records_natural_key_key unique (natural_key),
        constraint records_version_check check (version >= 1),
        constraint records_status_check check (status in ('standing', 'repaired', 'withdrawn', 'annulled'))
      )`);
    await runner.query(`comment on table records is
      'One row: a record as it stands, by its natural key; next_ending is the next last day of being shown, shared or counted that is still to be announced.'`);
    await runner.query(`create index records_credit_code_next_ending_idx on records (credit_code, next_ending)`);
    await grant(runner, 'select, insert, update', 'records');

    await runner.query(`
      create table record_facts (
        record_id uuid not null,
        version integer not null,
        credit_code text not null,
        kind text not null,
        effective_on date not null,
        state jsonb not null,
        details jsonb not null,
        law_digest text not null,
        actor text not null,
        batch_id uuid,
        known_at timestamptz not null,
        constraint record_facts_pkey primary key (record_id, version),
        constraint record_facts_version_check check (version >= 1),
        constraint record_facts_kind_check check (kind in
          ('collected', 'corrected', 'fulfilled', 'withdrawn', 'annulled', 'expired', 'repaired'))
      )`);
    await runner.query(`comment on table record_facts is
      'One row: something that happened to a record, since when it is true and known, and the whole record after it. History: never changed.'`);
    await grant(runner, 'select, insert', 'record_facts');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
