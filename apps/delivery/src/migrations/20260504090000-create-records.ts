import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The copy of what decides whether the content of a record is still handed on. */
export class CreateRecords20260504090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table records (
        record_id uuid not null,
        version integer not null,
        source_unit_code text,
        ended boolean not null default false,
        shared_until date,
        constraint records_pkey primary key (record_id)
      )`);
    await runner.query(`comment on table records is
      'Copy. One row: who supplied a record (null: not known yet) and whether it is still shared, from the record-* events; ended by repair, withdrawal or annulment, else through shared_until.'`);
    await grant(runner, 'select, insert, update, delete', 'records');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
