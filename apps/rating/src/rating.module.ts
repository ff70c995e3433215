import { RatingAssignedV1, RatingReviewedV1 } from '@chengxin/contracts';
import { MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { Module } from '@nestjs/common';
import { ModelRow } from './models/model.row.js';
import { Models } from './models/models.js';
import { PastRatingsService } from './ratings/past-ratings.service.js';
import { RightsOfToday } from './ratings/rights-of-today.js';
import { RatingRow } from './ratings/rating.row.js';
import { RatingsConsumer } from './ratings/ratings.consumer.js';
import { Rater } from './ratings/rater.js';
import { RatingsController } from './ratings/ratings.controller.js';
import { RatingsRepository } from './ratings/ratings.repository.js';
import { RatingsService } from './ratings/ratings.service.js';
import { RecordRow } from './records/record.row.js';
import { RecordsConsumer } from './records/records.consumer.js';
import { RecordsRepository } from './records/records.repository.js';
import { ReviewRow } from './reviews/review.row.js';
import { ReviewsConsumer } from './reviews/reviews.consumer.js';
import { ReviewsRepository } from './reviews/reviews.repository.js';
import { ReviewsService } from './reviews/reviews.service.js';
import { SubjectRow } from './subjects/subject.row.js';
import { SubjectsConsumer } from './subjects/subjects.consumer.js';
import { SubjectsRepository } from './subjects/subjects.repository.js';

const service = 'rating';

/** Rates every enterprise from copies of what `registry` states, and answers each ending of a record. */
@Module({
  imports: [
    PlatformModule.forService({ service, rows: [SubjectRow, RecordRow, ModelRow, RatingRow, ReviewRow] }),
    MessagingModule.forService({ service, announces: [RatingAssignedV1, RatingReviewedV1], copies: ['subjects', 'records'] }),
  ],
  controllers: [SubjectsConsumer, RecordsConsumer, RatingsConsumer, ReviewsConsumer, RatingsController],
  providers: [
    SubjectsRepository,
    RecordsRepository,
    Models,
    RatingsRepository,
    Rater,
    RatingsService,
    PastRatingsService,
    RightsOfToday,
    ReviewsRepository,
    ReviewsService,
  ],
})
export class RatingModule {}
