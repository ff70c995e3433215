import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddFormatToBatches20260503090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table batches add column format text,
        add constraint batches_format_check check (format in ('csv', 'xlsx', 'json-lines'))`);
    await runner.query(`update batches set format = 'csv' where digest is not null`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
