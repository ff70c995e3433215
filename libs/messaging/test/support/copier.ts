import { Controller, Get, Module } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IsText, RatingReviewedV1, RecordAnnulledV1, RecordFact, RecordWithdrawnV1 } from '@chengxin/contracts';
import { AllowPublic, grant, PlatformModule, type Transaction } from '@chengxin/platform';
import { ActsOn, AnswersWhileRebuilding, MessagingModule, On, type Received, Watermarks } from '../../src/index.js';

class CreateCopied20260601090100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table copied (
        key text collate "C" not null,
        chain text not null,
        n integer not null default 1,
        constraint copied_pkey primary key (key),
        constraint copied_n_check check (n > 0)
      ) with (fillfactor = 90)`);
    await runner.query(`comment on table copied is 'Copy. One row: a key with what came about it.'`);
    await runner.query(`create index copied_by_count_idx on copied (n desc, key) where n > 1`);
    await grant(runner, 'select, insert, update, delete', 'copied');
    await runner.query(
      `create table owned (event_id uuid not null, copied integer not null, constraint owned_pkey primary key (event_id))`,
    );
    await grant(runner, 'select, insert', 'owned');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

export const copierMigrations = [CreateCopied20260601090100];

/** A later version of withdrawals that only the copier knows; what is sent are the earlier ones. */
class WithdrawnV2 extends RecordFact {
  static readonly topic = RecordWithdrawnV1.topic;
  static readonly type = RecordWithdrawnV1.type.replace('.v1', '.v2');
  static readonly openness = RecordWithdrawnV1.openness;
  static readonly succeeds = {
    contract: RecordWithdrawnV1,
    upcast: ({ reason, document, on: _on, unit: _unit, ...fact }: RecordWithdrawnV1): WithdrawnV2 => ({
      ...fact,
      ground: `${reason} (${document})`,
    }),
  };

  @IsText() ground!: string;
}

/** What a spec lets happen before an event is copied anew. */
export const filling = { before: async (_event: Received): Promise<void> => undefined };

/** Each event depends on all before it of its key: one that is missing, twice or out of order changes the chain. */
const COPY = `
  insert into copied (key, chain) values ($1, md5($2))
  on conflict (key) do update set chain = md5(copied.chain || $2), n = copied.n + 1`;

/** Fills a copy whose content depends on order and count, and owns what it decided from it. */
@Controller()
export class Copier {
  @On<RecordFact>(WithdrawnV2, RecordAnnulledV1)
  async copy(events: Received<RecordFact>[], tx: Transaction): Promise<void> {
    const [{ anew }] = await tx.query<[{ anew: boolean }]>(`select current_setting('search_path') like 'rebuild%' as anew`);
    for (const event of events) {
      if (anew) await filling.before(event);
      await tx.query(COPY, [event.key, 'ground' in event.data ? event.id + event.data.ground : event.id]);
    }
  }

  @ActsOn(RecordAnnulledV1)
  async act(events: Received<RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    for (const { id, key } of events) {
      await tx.query(`insert into owned (event_id, copied) select $1, coalesce((select n from copied where key = $2), 0)`, [id, key]);
    }
  }
}

@Controller('copies')
@AllowPublic()
export class CopiesController {
  constructor(private readonly watermarks: Watermarks) {}

  @Get()
  read(): { whole: boolean } {
    return { whole: true };
  }

  @Get('age')
  @AnswersWhileRebuilding()
  age(): { rebuilding: boolean } {
    return { rebuilding: this.watermarks.asOf(['registry']).rebuilding };
  }
}

@Module({
  imports: [
    PlatformModule.forService({ service: 'rating', rows: [] }),
    MessagingModule.forService({ service: 'rating', announces: [RatingReviewedV1], copies: ['copied'] }),
  ],
  controllers: [Copier, CopiesController],
})
export class CopierModule {}
