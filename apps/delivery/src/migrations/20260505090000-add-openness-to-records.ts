import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was collected before records could say it themselves goes as far as its item. */
export class AddOpennessToRecords20260505090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table records add column openness text`);
    await runner.query(`alter table records add constraint records_openness_check
      check (openness in ('public', 'shared', 'authorised', 'own-unit', 'internal'))`);
    await runner.query(`comment on column records.openness is
      'How far the record goes at most, as its events state it; null: as far as its item.'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
