import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBatches20260502090200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table units (
        code text not null,
        name text not null,
        constraint units_pkey primary key (code)
      )`);
    await runner.query(`comment on table units is
      'One row: a government unit as rows named it, for reports that name it by code alone.'`);
    await grant(runner, 'select, insert, update', 'units');

    await runner.query(`
      create table batches (
        id uuid not null,
        position bigint generated always as identity,
        item text not null,
        item_entry text not null,
        unit_code text not null,
        unit_name text not null,
        as_of date not null,
        correction boolean not null,
        reason text,
        document text,
        actor text not null,
        digest text,
        encoding text,
        bytes bigint,
        header jsonb not null,
        unknown_columns text[] not null,
        state text not null,
        rows_read integer not null default 0,
        accepted integer not null default 0,
        unchanged integer not null default 0,
        corrected integer not null default 0,
        refused integer not null default 0,
        repeated_headers integer not null default 0,
        warned integer not null default 0,
        fault text,
        received_on date not null,
        received_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        constraint batches_pkey primary key (id),
        constraint batches_position_key unique (position),
        constraint batches_state_check check (state in ('waiting', 'running', 'done', 'broken')),
        constraint batches_counts_check check (rows_read >= accepted + unchanged + corrected + refused)
      )`);
    await runner.query(`comment on table batches is
      'One row: a report of a unit on one catalogue item, usually a file; its counts are those of the rows committed so far, where a load resumes.'`);
    await runner.query(`create index batches_unfinished_idx on batches (position) where state in ('waiting', 'running')`);
    await grant(runner, 'select, insert, update', 'batches');

    await runner.query(`
      create table rejections (
        batch_id uuid not null,
        row_number integer not null,
        faults jsonb not null,
        cells jsonb not null,
        personal_id uuid,
        constraint rejections_pkey primary key (batch_id, row_number)
      )`);
    await runner.query(`comment on table rejections is
      'One row: a refused row of a batch as its sender wrote it, with every reason; cells on natural persons lie in personal_details.'`);
    await grant(runner, 'select, insert', 'rejections');

    await runner.query(`
      create table row_warnings (
        batch_id uuid not null,
        row_number integer not null,
        record_id uuid,
        warnings jsonb not null,
        constraint row_warnings_pkey primary key (batch_id, row_number)
      )`);
    await runner.query(`comment on table row_warnings is 'One row: a row of a batch that went in, with what is worth a look.'`);
    await grant(runner, 'select, insert', 'row_warnings');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
