import { CheckAnsweredV1, SuggestionsReviewedV1 } from '@chengxin/contracts';
import { MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { Module } from '@nestjs/common';
import { AnswerRow } from './checks/answer.row.js';
import { AnswersRepository } from './checks/answers.repository.js';
import { ChecksController } from './checks/checks.controller.js';
import { ChecksService } from './checks/checks.service.js';
import { RecordRow } from './records/record.row.js';
import { RecordsConsumer } from './records/records.consumer.js';
import { RecordsRepository } from './records/records.repository.js';
import { ReviewRow } from './reviews/review.row.js';
import { ReviewsConsumer } from './reviews/reviews.consumer.js';
import { ReviewsRepository } from './reviews/reviews.repository.js';
import { ReviewsService } from './reviews/reviews.service.js';
import { SubjectRow } from './subjects/subject.row.js';
import { SubjectsConsumer } from './subjects/subjects.consumer.js';

const service = 'verification';

/** Answers the ten domains from copies of what `registry` states, and reviews them when a record ends. */
@Module({
  imports: [
    PlatformModule.forService({ service, rows: [SubjectRow, RecordRow, AnswerRow, ReviewRow] }),
    MessagingModule.forService({ service, announces: [CheckAnsweredV1, SuggestionsReviewedV1], copies: ['subjects', 'records'] }),
  ],
  controllers: [SubjectsConsumer, RecordsConsumer, ReviewsConsumer, ChecksController],
  providers: [RecordsRepository, ReviewsRepository, ReviewsService, AnswersRepository, ChecksService],
})
export class VerificationModule {}
