import { grant } from '@chengxin/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRatings20260501120100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rating_models (
        id text not null,
        version integer not null,
        digest text not null,
        model jsonb not null,
        constraint rating_models_pkey primary key (id, version)
      )`);
    await runner.query(`comment on table rating_models is 'One row: a published rating model; never changed, only succeeded.'`);
    await runner.query(`
      create table ratings (
        credit_code text not null,
        position integer not null,
        model_id text not null,
        model_version integer not null,
        model_digest text not null,
        scale text not null,
        grade text not null,
        score integer not null,
        maximum integer not null,
        contributions jsonb not null,
        facts jsonb not null,
        causes jsonb not null,
        rated_on date not null,
        known_at timestamptz not null,
        constraint ratings_pkey primary key (credit_code, position),
        constraint ratings_model_fkey foreign key (model_id, model_version) references rating_models (id, version),
        constraint ratings_score_check check (score between 0 and maximum)
      )`);
    await runner.query(`comment on table ratings is
      'History, one row: a rating of an enterprise with its reasons and the facts it was computed from; its highest position is its rating.'`);
    await runner.query(`create index ratings_first_idx on ratings (credit_code) where position = 1`);
    for (const table of ['rating_models', 'ratings']) await grant(runner, 'select, insert', table);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
