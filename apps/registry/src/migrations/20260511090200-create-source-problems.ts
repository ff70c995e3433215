import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSourceProblems20260511090200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table source_problems (
        id uuid not null,
        unit_code text not null,
        unit_name text not null,
        item text not null,
        fault text not null,
        description jsonb not null,
        entry text,
        status text not null,
        version integer not null,
        opened_on date not null,
        constraint source_problems_pkey primary key (id),
        constraint source_problems_fault_check check (fault in ('late-records', 'refused-rows', 'report-overdue', 'other')),
        constraint source_problems_status_check check (status in ('open', 'answered', 'closed', 'struck-off'))
      )`);
    await runner.query(`comment on table source_problems is
      'One row: a problem of a source on one catalogue item as it stands; entry names what a rule rests on, null when a person opened it.'`);
    await runner.query(`create index source_problems_unit_code_idx on source_problems (unit_code, id)`);
    await runner.query(`
      create unique index source_problems_unsettled_idx on source_problems (unit_code, item, fault)
       where entry is not null and status in ('open', 'answered')`);
    await grant(runner, 'select, insert, update', 'source_problems');

    await runner.query(`
      create table source_problem_events (
        problem_id uuid not null,
        position integer not null,
        status text not null,
        words text not null,
        "on" date not null,
        actor text not null,
        known_at timestamptz not null,
        constraint source_problem_events_pkey primary key (problem_id, position)
      )`);
    await runner.query(`comment on table source_problem_events is
      'One row: what happened to a problem of a source, the status that it came to, who said what and when.'`);
    await grant(runner, 'select, insert', 'source_problem_events');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
