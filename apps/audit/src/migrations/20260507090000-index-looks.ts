import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The looks at an enterprise are found among the entries of the log by its credit code; nothing is kept twice. */
export class IndexLooks20260507090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index entries_looks_idx on entries (key, position)
      where (type like 'credit.%.access-recorded.v1' or type = 'credit.verification.check-answered.v1')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
