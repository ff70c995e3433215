import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SplitSourceFigures20260512090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table source_figures add column part smallint not null default 0`);
    await runner.query(`alter table source_figures drop constraint source_figures_pkey`);
    await runner.query(`alter table source_figures add constraint source_figures_pkey primary key (unit_code, item, month, part)`);
    await runner.query(`comment on table source_figures is
      'One row: a part of what a unit reported on one catalogue item in one month of business time, added up in the transactions that took it in; those of one connection add to the same part, so that they do not wait for the others.'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
