import {
  CaseApprovedV1,
  CaseClosedV1,
  RatingAssignedV1,
  RatingReviewedV1,
  RecordAnnulledV1,
  RecordCollectedV1,
  RecordCorrectedV1,
  RecordExpiredV1,
  RecordFulfilledV1,
  RecordRepairedV1,
  RecordWithdrawnV1,
  ReportReceivedV1,
  SubjectChangedV1,
  SubjectRegisteredV1,
  SuggestionsReviewedV1,
} from '@chengxin/contracts';
import { ActsOn, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { FeedService } from './feed.service.js';

/** Hears everything that is for departments. */
@Controller()
export class FeedConsumer {
  constructor(private readonly feed: FeedService) {}

  @ActsOn(ReportReceivedV1)
  async reportReceived(events: Received<ReportReceivedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(SubjectRegisteredV1)
  async subjectRegistered(events: Received<SubjectRegisteredV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(SubjectChangedV1)
  async subjectChanged(events: Received<SubjectChangedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RecordCollectedV1)
  async recordCollected(events: Received<RecordCollectedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RecordFulfilledV1)
  async recordFulfilled(events: Received<RecordFulfilledV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RecordCorrectedV1)
  async recordCorrected(events: Received<RecordCorrectedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RecordWithdrawnV1)
  async recordWithdrawn(events: Received<RecordWithdrawnV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RecordAnnulledV1)
  async recordAnnulled(events: Received<RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RecordExpiredV1)
  async recordExpired(events: Received<RecordExpiredV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RecordRepairedV1)
  recordRepaired(events: Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    return this.feed.writeRepairs(events, tx);
  }

  @ActsOn(RatingAssignedV1)
  async ratingAssigned(events: Received<RatingAssignedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RatingReviewedV1)
  async ratingReviewed(events: Received<RatingReviewedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(SuggestionsReviewedV1)
  async suggestionsReviewed(events: Received<SuggestionsReviewedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(CaseApprovedV1)
  async caseApproved(events: Received<CaseApprovedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(CaseClosedV1)
  async caseClosed(events: Received<CaseClosedV1>[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }
}
