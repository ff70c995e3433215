import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came before this is kept by the rules of its day: five years from the decision, 180 days from the receipt. */
const KEPT_BEFORE = `
  update personal_details p
     set kept_until = case about when 'record' then coalesce(
           (select ((r.state ->> 'decidedOn')::date + interval '60 months')::date from records r where r.personal_id = p.id), kept_since)
           else kept_since + 180 end,
         entry = 'retention.' || about || '.2021'`;

const TIMERS = `
  insert into timers (name, key, due_at, clock, facts)
  select distinct 'personal-details-kept', kept_until::text, (kept_until + 1)::timestamp at time zone 'Asia/Shanghai', 'business', '{}'::jsonb
    from personal_details`;

export class AddRetentionToPersonalDetails20260506120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table personal_details add column kept_until date, add column entry text`);
    await runner.query(KEPT_BEFORE);
    await runner.query(`alter table personal_details alter column kept_until set not null, alter column entry set not null`);
    await runner.query(
      `comment on column personal_details.kept_until is 'The last day on which they are kept, under this entry of the law.'`,
    );
    await runner.query(`create index personal_details_kept_until_idx on personal_details (kept_until)`);
    await runner.query(TIMERS);

    await runner.query(`
      create table personal_deletions (
        personal_id uuid not null,
        about text not null,
        deleted_on date not null,
        entry text,
        document text,
        reason text,
        actor text not null,
        known_at timestamptz not null,
        constraint personal_deletions_pkey primary key (personal_id),
        constraint personal_deletions_about_check check (about in ('record', 'rejection')),
        constraint personal_deletions_ground_check check (num_nonnulls(entry, document) = 1 and (document is null) = (reason is null))
      )`);
    await runner.query(`comment on table personal_deletions is
      'One row: personal details that are no more: deleted on a day when their retention under an entry was over, or on order under a document. History: never changed.'`);
    await grant(runner, 'select, insert', 'personal_deletions');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
