import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is pushed is not public: an endpoint says for which purpose and in which case its unit gets it. Those that did not are paused. */
export class AddPurposeToWebhooks20260507090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table webhooks add column purpose text, add column purpose_entry text, add column case_number text`);
    await runner.query(`update webhooks set state = 'paused', paused_at = clock_timestamp() where state = 'active'`);
    await runner.query(`alter table webhooks add constraint webhooks_purpose_check
      check (state <> 'active' or (purpose is not null and purpose_entry is not null and case_number is not null))`);
    await runner.query(`comment on column webhooks.purpose is
      'The purpose for which the unit gets the events, with the entry of the law that it is and the number of the unit''s own case; each event handed over is recorded as a look.'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
