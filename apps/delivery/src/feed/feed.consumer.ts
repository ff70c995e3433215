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
  SourceProblemAnsweredV1,
  SourceProblemClosedV1,
  SourceProblemOpenedV1,
  SourceProblemStruckOffV1,
  SubjectChangedV1,
  SubjectRegisteredV1,
  SuggestionsReviewedV1,
} from '@chengxin/contracts';
import { ActsOn, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { FeedService } from './feed.service.js';

/** What departments are told of as it happened; a repair is told and answered. */
const TOLD = [
  ReportReceivedV1,
  SourceProblemOpenedV1,
  SourceProblemAnsweredV1,
  SourceProblemClosedV1,
  SourceProblemStruckOffV1,
  SubjectRegisteredV1,
  SubjectChangedV1,
  RecordCollectedV1,
  RecordFulfilledV1,
  RecordCorrectedV1,
  RecordWithdrawnV1,
  RecordAnnulledV1,
  RecordExpiredV1,
  RatingAssignedV1,
  RatingReviewedV1,
  SuggestionsReviewedV1,
  CaseApprovedV1,
  CaseClosedV1,
];

/** Hears everything that is for departments. */
@Controller()
export class FeedConsumer {
  constructor(private readonly feed: FeedService) {}

  @ActsOn<object>(...TOLD)
  async told(events: Received[], tx: Transaction): Promise<void> {
    await this.feed.write(events, tx);
  }

  @ActsOn(RecordRepairedV1)
  recordRepaired(events: Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    return this.feed.writeRepairs(events, tx);
  }
}
