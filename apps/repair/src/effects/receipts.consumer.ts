import { FeedEntryWrittenV1, PublicationStoppedV1, RatingReviewedV1, RecordRepairedV1, SuggestionsReviewedV1 } from '@chengxin/contracts';
import { ActsOn, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { EffectsService } from './effects.service.js';

/** Hears the five receipts, each from its one owner. */
@Controller()
export class ReceiptsConsumer {
  constructor(private readonly effects: EffectsService) {}

  @ActsOn(RecordRepairedV1)
  recordRepaired(events: Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    return this.effects.take('record-repaired', events, tx);
  }

  @ActsOn(PublicationStoppedV1)
  publicationStopped(events: Received<PublicationStoppedV1>[], tx: Transaction): Promise<void> {
    return this.effects.take('publication-stopped', events, tx);
  }

  @ActsOn(RatingReviewedV1)
  ratingReviewed(events: Received<RatingReviewedV1>[], tx: Transaction): Promise<void> {
    return this.effects.take('rating-reviewed', events, tx);
  }

  @ActsOn(SuggestionsReviewedV1)
  suggestionsReviewed(events: Received<SuggestionsReviewedV1>[], tx: Transaction): Promise<void> {
    return this.effects.take('suggestions-reviewed', events, tx);
  }

  @ActsOn(FeedEntryWrittenV1)
  feedEntryWritten(events: Received<FeedEntryWrittenV1>[], tx: Transaction): Promise<void> {
    return this.effects.take('feed-entry-written', events, tx);
  }
}
