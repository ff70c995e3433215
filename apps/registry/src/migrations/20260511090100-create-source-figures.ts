import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSourceFigures20260511090100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table source_figures (
        unit_code text not null,
        item text not null,
        month date not null,
        rows bigint not null default 0,
        accepted bigint not null default 0,
        unchanged bigint not null default 0,
        corrected bigint not null default 0,
        refused bigint not null default 0,
        withdrawn bigint not null default 0,
        annulled bigint not null default 0,
        optional_fields bigint not null default 0,
        filled_fields bigint not null default 0,
        on_time bigint not null default 0,
        late bigint not null default 0,
        taken_days bigint not null default 0,
        longest_days integer not null default 0,
        constraint source_figures_pkey primary key (unit_code, item, month),
        constraint source_figures_month_check check (extract(day from month) = 1),
        constraint source_figures_rows_check check (rows = accepted + unchanged + corrected + refused)
      )`);
    await runner.query(`comment on table source_figures is
      'One row: what a unit reported on one catalogue item in one month of business time, added up in the transactions that took it in.'`);
    await grant(runner, 'select, insert, update', 'source_figures');

    await runner.query(`
      create table source_duties (
        unit_code text not null,
        item text not null,
        as_of date not null,
        due_on date not null,
        constraint source_duties_pkey primary key (unit_code, item)
      )`);
    await runner.query(`comment on table source_duties is
      'One row: up to which day a unit has reported on one catalogue item, and through which day its next report may come.'`);
    await grant(runner, 'select, insert, update', 'source_duties');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
