import { Controller, Module } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RatingReviewedV1, RecordAnnulledV1, RecordWithdrawnV1, SubjectRegisteredV1 } from '@chengxin/contracts';
import { ActsOn, MessagingModule, On, type Received } from '../../src/index.js';
import { grant, PlatformModule, type Transaction } from '@chengxin/platform';

class CreateApplied20260601090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table applied (
      position bigint generated always as identity, kind text not null, event_id uuid not null, topic text not null, key text not null,
      sequence integer not null, type text not null, constraint applied_pkey primary key (kind, event_id))`);
    await grant(runner, 'select, insert', 'applied');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

export const consumerMigrations = [CreateApplied20260601090000];

/** How the handlers of a spec behave: what they do before they write. */
export const behaviour = { before: async (_events: Received[], _tx: Transaction): Promise<void> => undefined };

async function apply(kind: string, events: Received[], tx: Transaction): Promise<void> {
  await behaviour.before(events, tx);
  await tx.query(
    `insert into applied (kind, event_id, topic, key, sequence, type)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::text[])`,
    [
      kind,
      events.map(({ id }) => id),
      events.map(({ topic }) => topic),
      events.map(({ key }) => key),
      events.map(({ sequence }) => sequence),
      events.map(({ type }) => type),
    ],
  );
}

/** Plays `rating`: fills a copy from three types and acts on one of them. */
@Controller()
export class Listener {
  @On(RecordWithdrawnV1)
  withdrawn(events: Received<RecordWithdrawnV1>[], tx: Transaction): Promise<void> {
    return apply('on', events, tx);
  }

  @On(RecordAnnulledV1)
  annulled(events: Received<RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    return apply('on', events, tx);
  }

  @On(SubjectRegisteredV1)
  registered(events: Received<SubjectRegisteredV1>[], tx: Transaction): Promise<void> {
    return apply('on', events, tx);
  }

  @ActsOn(RecordAnnulledV1)
  actsOnAnnulled(events: Received<RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    return apply('acts', events, tx);
  }
}

@Module({
  imports: [
    PlatformModule.forService({ service: 'rating', rows: [] }),
    MessagingModule.forService({ service: 'rating', announces: [RatingReviewedV1] }),
  ],
  controllers: [Listener],
})
export class ConsumerModule {}
