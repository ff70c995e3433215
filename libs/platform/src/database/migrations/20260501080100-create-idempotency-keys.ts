import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../migrate.js';

export class CreateIdempotencyKeys20260501080100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_keys (
        scope text not null,
        key text not null,
        fingerprint text not null,
        claim uuid not null,
        claimed_at timestamptz not null,
        committed boolean not null default false,
        answer jsonb,
        constraint idempotency_keys_pkey primary key (scope, key)
      )`);
    await runner.query(`comment on table idempotency_keys is
      'One row: a request that creates, by who sent it, where to and its Idempotency-Key; committed once its effect is, with the answer it got. Kept 24 hours.'`);
    await runner.query(`create index idempotency_keys_claimed_at_idx on idempotency_keys (claimed_at)`);
    await grant(runner, 'select, insert, update, delete', 'idempotency_keys');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
