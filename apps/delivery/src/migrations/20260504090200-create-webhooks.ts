import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What this service owns of webhooks: the endpoints, what is still to be sent to them, and every attempt. */
export class CreateWebhooks20260504090200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createEndpoints(runner);
    await createDeliveries(runner);
    await createAttempts(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

async function createEndpoints(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table webhooks (
      webhook_id uuid not null,
      unit_code text not null,
      url text not null,
      types text[],
      secret text not null,
      state text not null default 'active',
      from_position bigint not null,
      created_by text not null,
      created_at timestamptz not null,
      paused_at timestamptz,
      constraint webhooks_pkey primary key (webhook_id),
      constraint webhooks_state_check check (state in ('active', 'paused', 'deleted')),
      constraint webhooks_secret_check check (secret like 'whsec\\_%')
    )`);
  await runner.query(`comment on table webhooks is
    'One row: an address to which a unit has its events pushed (types null: all), with the secret they are signed with; it gets what is behind from_position. Paused when the last attempt of a delivery failed.'`);
  await runner.query(`create index webhooks_unit_code_idx on webhooks (unit_code, webhook_id)`);
  await grant(runner, 'select, insert, update', 'webhooks');
}

async function createDeliveries(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table deliveries (
      webhook_id uuid not null,
      position bigint not null,
      key text not null,
      attempts integer not null default 0,
      due_at timestamptz not null,
      constraint deliveries_pkey primary key (webhook_id, position),
      constraint deliveries_webhook_fkey foreign key (webhook_id) references webhooks (webhook_id),
      constraint deliveries_position_fkey foreign key (position) references entries (position)
    )`);
  await runner.query(`comment on table deliveries is
    'One row: an entry that is still to be sent to an endpoint, and when (machine time) at the earliest; of one enterprise only the first is sent. Gone once it was taken.'`);
  await runner.query(`create index deliveries_key_idx on deliveries (webhook_id, key, position)`);
  await runner.query(`create index deliveries_due_at_idx on deliveries (webhook_id, due_at, position)`);
  await grant(runner, 'select, insert, update, delete', 'deliveries');
}

async function createAttempts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table delivery_attempts (
      attempt_id uuid not null,
      webhook_id uuid not null,
      position bigint not null,
      attempt integer not null,
      status integer,
      error text,
      milliseconds integer not null,
      attempted_at timestamptz not null,
      constraint delivery_attempts_pkey primary key (attempt_id),
      constraint delivery_attempts_webhook_fkey foreign key (webhook_id) references webhooks (webhook_id),
      constraint delivery_attempts_outcome_check check (num_nonnulls(status, error) = 1)
    )`);
  await runner.query(`comment on table delivery_attempts is
    'History. One row: an attempt to send an entry to an endpoint, with the HTTP status of the answer, or why there was none.'`);
  await runner.query(`create index delivery_attempts_webhook_idx on delivery_attempts (webhook_id, position, attempt)`);
  await grant(runner, 'select, insert', 'delivery_attempts');
}
