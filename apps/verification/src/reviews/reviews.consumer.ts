import {
  CaseEffectsAwaitedV1,
  RatingReviewedV1,
  RecordAnnulledV1,
  RecordExpiredV1,
  RecordRepairedV1,
  RecordWithdrawnV1,
} from '@chengxin/contracts';
import { localDate } from '@chengxin/kernel';
import { ActsOn, type Received } from '@chengxin/messaging';
import { Clock, type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { ReviewsService } from './reviews.service.js';

/** Hears what makes all domains look again. */
@Controller()
export class ReviewsConsumer {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly clock: Clock,
  ) {}

  @ActsOn(RecordRepairedV1)
  repaired(events: Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    return this.reviews.repaired(events, tx);
  }

  @ActsOn(RatingReviewedV1)
  ratingReviewed(events: Received<RatingReviewedV1>[], tx: Transaction): Promise<void> {
    return this.reviews.ratingReviewed(events, tx);
  }

  @ActsOn(CaseEffectsAwaitedV1)
  awaited(events: Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    return this.reviews.awaited(events, tx);
  }

  @ActsOn(RecordExpiredV1)
  async expired(events: Received<RecordExpiredV1>[], tx: Transaction): Promise<void> {
    const uncounted = events.filter(({ data }) => data.ended.includes('counted'));
    for (const event of uncounted) await this.reviews.ended(event, 'current', localDate(event.data.on), tx);
  }

  @ActsOn(RecordAnnulledV1)
  async annulled(events: Received<RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    for (const event of events) await this.reviews.ended(event, 'annulled', this.clock.today(), tx);
  }

  @ActsOn(RecordWithdrawnV1)
  async withdrawn(events: Received<RecordWithdrawnV1>[], tx: Transaction): Promise<void> {
    for (const event of events) await this.reviews.ended(event, 'withdrawn', this.clock.today(), tx);
  }
}
