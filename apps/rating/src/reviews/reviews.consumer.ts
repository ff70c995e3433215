import {
  CaseEffectsAwaitedV1,
  RecordAnnulledV1,
  RecordExpiredV1,
  type RecordFact,
  RecordRepairedV1,
  RecordWithdrawnV1,
} from '@chengxin/contracts';
import { ActsOn, type Received } from '@chengxin/messaging';
import type { Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { ReviewsService } from './reviews.service.js';

/** Hears every ending of a record, and who still waits for the answer. */
@Controller()
export class ReviewsConsumer {
  constructor(private readonly reviews: ReviewsService) {}

  @ActsOn<RecordFact>(RecordRepairedV1, RecordExpiredV1, RecordWithdrawnV1, RecordAnnulledV1)
  ended(events: Received<RecordFact>[], tx: Transaction): Promise<void> {
    return this.reviews.ended(events, tx);
  }

  @ActsOn(CaseEffectsAwaitedV1)
  awaited(events: Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    return this.reviews.awaited(events, tx);
  }
}
