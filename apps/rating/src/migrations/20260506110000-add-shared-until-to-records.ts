import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSharedUntilToRecords20260506110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table records add column shared_until date`);
    await runner.query(`comment on column records.shared_until is
      'The last day on which it is shared; a rating of the past that rests on a record no longer shared is not shown to departments.'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
