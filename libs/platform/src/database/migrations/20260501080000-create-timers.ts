import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../migrate.js';

export class CreateTimers20260501080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table timers (
        name text not null,
        key text not null,
        due_at timestamptz not null,
        clock text not null,
        facts jsonb not null,
        attempts integer not null default 0,
        retry_at timestamptz,
        constraint timers_pkey primary key (name, key),
        constraint timers_clock_check check (clock in ('business', 'machine'))
      )`);
    await runner.query(`comment on table timers is
      'One row: something to be done once, when its clock reaches due_at; deleted in the transaction that does it.'`);
    await runner.query(`create index timers_clock_due_at_idx on timers (clock, due_at)`);
    await runner.query(`create index timers_key_idx on timers (key) where retry_at is not null`);
    await grant(runner, 'select, insert, update, delete', 'timers');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
