import { grant } from '@chengxin/platform';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const STATUSES = `'filed', 'pre-checked', 'accepted', 'not-accepted', 'approved', 'refused', 'withdrawn', 'closed'`;
const OPEN = `'filed', 'pre-checked', 'accepted', 'approved'`;
const RECEIPTS = `'record-repaired', 'publication-stopped', 'rating-reviewed', 'suggestions-reviewed', 'feed-entry-written'`;

/** What `repair` owns: the history of its cases, their list, their contacts and their receipts. */
export class CreateCases20260501100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createHistory(runner);
    await createList(runner);
    await createContacts(runner);
    await createReceipts(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

async function createHistory(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table case_events (
      case_id uuid not null,
      position integer not null,
      event jsonb not null,
      actor jsonb,
      law_digest text not null,
      known_at timestamptz not null,
      constraint case_events_pkey primary key (case_id, position),
      constraint case_events_position_check check (position >= 1),
      constraint case_events_event_check check (event ? 'type' and event ? 'on'),
      constraint case_events_law_digest_check check (law_digest ~ '^[0-9a-f]{64}$')
    )`);
  await runner.query(`comment on table case_events is
    'History. One row: something that happened to a case, who did it (null: the platform itself), and the law it was decided under. A case is the replay of its rows.'`);
  await grant(runner, 'select, insert', 'case_events');
}

async function createList(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table cases (
      case_id uuid not null,
      version integer not null,
      case_number text not null,
      status text not null,
      credit_code text not null,
      record_id uuid not null,
      item text not null,
      determining_unit_code text not null,
      determining_unit_name text not null,
      minor boolean not null,
      filed_on date not null,
      due_on date,
      due_provisional boolean not null,
      ask_at timestamptz,
      constraint cases_pkey primary key (case_id),
      constraint cases_case_number_unique unique (case_number),
      constraint cases_status_check check (status in (${STATUSES})),
      constraint cases_ask_at_check check (ask_at is null or status = 'approved')
    )`);
  await runner.query(`comment on table cases is
    'List. One row: a case as its history tells it; version is the number of its events, due_on the last day of the step it waits for, ask_at the machine time at which missing receipts are asked for.'`);
  await runner.query(`create unique index cases_open_record_idx on cases (record_id) where status in (${OPEN})`);
  await runner.query(`create index cases_work_idx on cases (coalesce(due_on, 'infinity'), case_id)`);
  await runner.query(`create index cases_unit_work_idx on cases (determining_unit_code, coalesce(due_on, 'infinity'), case_id)`);
  await runner.query(`create index cases_enterprise_work_idx on cases (credit_code, coalesce(due_on, 'infinity'), case_id)`);
  await runner.query(`create index cases_ask_at_idx on cases (credit_code, ask_at) where ask_at is not null`);
  await runner.query(`create index cases_due_provisional_idx on cases (case_id) where due_provisional`);
  await grant(runner, 'select, insert, update', 'cases');
}

async function createContacts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table contacts (
      case_id uuid not null,
      name text not null,
      telephone text not null,
      constraint contacts_pkey primary key (case_id),
      constraint contacts_case_fkey foreign key (case_id) references cases (case_id)
    )`);
  await runner.query(`comment on table contacts is
    'Personal, may be deleted. One row: whom to call about a case; no event, history row or log holds these two.'`);
  await grant(runner, 'select, insert, delete', 'contacts');
}

async function createReceipts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table receipts (
      case_id uuid not null,
      name text not null,
      event_id uuid not null,
      at timestamptz not null,
      known_at timestamptz not null,
      constraint receipts_pkey primary key (case_id, name),
      constraint receipts_case_fkey foreign key (case_id) references cases (case_id),
      constraint receipts_name_check check (name in (${RECEIPTS}))
    )`);
  await runner.query(`comment on table receipts is
    'One row: a receipt of an approved case, the event that is its proof and that event''s own time; each name counts once.'`);
  await grant(runner, 'select, insert', 'receipts');
}
