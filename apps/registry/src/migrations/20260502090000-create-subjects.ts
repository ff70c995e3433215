import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSubjects20260502090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table subjects (
        credit_code text not null,
        version integer not null,
        as_of date not null,
        state jsonb not null,
        known_at timestamptz not null,
        constraint subjects_pkey primary key (credit_code),
        constraint subjects_version_check check (version >= 1)
      )`);
    await runner.query(`comment on table subjects is
      'One row: a credit subject as the newest register states it; as_of moves on when a later register says the same.'`);
    await grant(runner, 'select, insert, update', 'subjects');

    await runner.query(`
      create table subject_versions (
        credit_code text not null,
        version integer not null,
        as_of date not null,
        state jsonb not null,
        source_unit_code text not null,
        actor text not null,
        batch_id uuid,
        known_at timestamptz not null,
        constraint subject_versions_pkey primary key (credit_code, version),
        constraint subject_versions_version_check check (version >= 1)
      )`);
    await runner.query(`comment on table subject_versions is
      'One row: what a register said of a subject from as_of on, whole, and since when the platform knows it. History: never changed.'`);
    await grant(runner, 'select, insert', 'subject_versions');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
