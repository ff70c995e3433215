import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMappings20260511090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mappings (
        unit_code text not null,
        item text not null,
        version integer not null,
        columns jsonb not null,
        actor text not null,
        kept_on date not null,
        kept_at timestamptz not null default clock_timestamp(),
        constraint mappings_pkey primary key (unit_code, item, version),
        constraint mappings_version_check check (version > 0)
      )`);
    await runner.query(`comment on table mappings is
      'One row: a version of how the files of a unit on one catalogue item are read under its own header; the newest counts, the others stay readable.'`);
    await grant(runner, 'select, insert', 'mappings');

    await runner.query(`alter table batches add column mapping_version integer`);
    await runner.query(`comment on column batches.mapping_version is
      'The version of the unit''s mapping by which the file is read to its end; null under an official header.'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
