import {
  type Cause,
  RecordCollectedV1,
  RecordCorrectedV1,
  type RecordFact,
  RecordFulfilledV1,
  SubjectChangedV1,
  SubjectRegisteredV1,
} from '@chengxin/contracts';
import { ActsOn, type Received } from '@chengxin/messaging';
import type { Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { grouped } from '../grouped.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { RatingsService } from './ratings.service.js';

type Fact = Received<{ creditCode: string; recordId?: string }>;

/** Hears what may change a rating without ending a record; the endings are heard by the reviews. */
@Controller()
export class RatingsConsumer {
  constructor(
    private readonly ratings: RatingsService,
    private readonly reviews: ReviewsService,
  ) {}

  @ActsOn(SubjectRegisteredV1, SubjectChangedV1)
  async subjectStated(events: Received<SubjectRegisteredV1 | SubjectChangedV1>[], tx: Transaction): Promise<void> {
    const outcomes = await this.ratings.reconsider(tx, causesByCode(events));
    await this.reviews.finish(tx, outcomes);
  }

  @ActsOn<RecordFact>(RecordCollectedV1, RecordCorrectedV1, RecordFulfilledV1)
  async recordStated(events: Received<RecordFact>[], tx: Transaction): Promise<void> {
    await this.ratings.reconsider(tx, causesByCode(events));
  }
}

function causesByCode(events: readonly Fact[]): Map<string, Cause[]> {
  const byCode = grouped(events, ({ data }) => data.creditCode);
  return new Map([...byCode].map(([creditCode, of]) => [creditCode, of.map(causeOf)]));
}

const causeOf = ({ id, data }: Fact): Cause => ({ eventId: id, ...(data.recordId ? { recordId: data.recordId } : {}) });
