import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '@chengxin/platform';

const DISCARDED = `
  create table discarded_events (
    id uuid not null,
    topic text not null,
    partition integer not null,
    at_offset bigint not null,
    key text,
    event_id text,
    type text,
    value bytea,
    reason text not null,
    because text not null,
    by text not null,
    discarded_at timestamptz not null default clock_timestamp(),
    constraint discarded_events_pkey primary key (id),
    constraint discarded_events_message_unique unique (topic, partition, at_offset)
  )`;

export class CreateDiscardedEvents20260505090100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DISCARDED);
    await runner.query(`comment on table discarded_events is
      'History. One row: a parked message that was given up for good: why it was parked (reason), why it was given up (because), and by whom.'`);
    await grant(runner, 'select, insert', 'discarded_events');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
