import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCopies20260501120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table subjects (
        credit_code text not null,
        version integer not null,
        kind text not null,
        state text not null,
        constraint subjects_pkey primary key (credit_code)
      )`);
    await runner.query(`comment on table subjects is 'Copy, filled from events of registry: a credit subject that the register knows.'`);
    await runner.query(`
      create table records (
        record_id uuid not null,
        credit_code text not null,
        version integer not null,
        item text not null,
        rating_class text,
        valid_until text,
        state text,
        counted_until date,
        repaired_on date,
        taken_back boolean not null default false,
        constraint records_pkey primary key (record_id)
      )`);
    await runner.query(`comment on table records is 'Copy, filled from events of registry: a record, as far as ratings look at it.'`);
    await runner.query(`create index records_credit_code_idx on records (credit_code)`);
    for (const table of ['subjects', 'records']) await grant(runner, 'select, insert, update, delete', table);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
