import { PublicationStoppedV1 } from '@chengxin/contracts';
import { MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { Module } from '@nestjs/common';
import { PublicCatalogue } from './catalogue/public-catalogue.js';
import { PreparedReads } from './database/prepared-reads.js';
import { RecordListRepository } from './records/record-list.repository.js';
import { RecordListService } from './records/record-list.service.js';
import { RecordsConsumer } from './records/records.consumer.js';
import { RecordsController } from './records/records.controller.js';
import { RecordsRepository } from './records/records.repository.js';
import { StoppageRow } from './stoppages/stoppage.row.js';
import { StoppagesConsumer } from './stoppages/stoppages.consumer.js';
import { StoppagesRepository } from './stoppages/stoppages.repository.js';
import { StoppagesService } from './stoppages/stoppages.service.js';
import { CreditFileRepository } from './subjects/credit-file.repository.js';
import { CreditFileService } from './subjects/credit-file.service.js';
import { FileRenewal } from './subjects/file-renewal.js';
import { PastFileRepository } from './subjects/past-file.repository.js';
import { PastFileService } from './subjects/past-file.service.js';
import { SearchRepository } from './subjects/search.repository.js';
import { SearchService } from './subjects/search.service.js';
import { SubjectsConsumer } from './subjects/subjects.consumer.js';
import { SubjectsController } from './subjects/subjects.controller.js';
import { SubjectsRepository } from './subjects/subjects.repository.js';

const service = 'disclosure';

/** The reading side: copies of what `registry` states, shown to everyone as far as it may be seen, and the answers that repairs wait for. */
@Module({
  imports: [
    PlatformModule.forService({ service, rows: [StoppageRow] }),
    MessagingModule.forService({
      service,
      announces: [PublicationStoppedV1],
      copies: ['subjects', 'records', 'subject_versions', 'record_versions'],
    }),
  ],
  controllers: [SubjectsConsumer, RecordsConsumer, StoppagesConsumer, SubjectsController, RecordsController],
  providers: [
    PublicCatalogue,
    PreparedReads,
    SubjectsRepository,
    SearchRepository,
    SearchService,
    CreditFileRepository,
    FileRenewal,
    CreditFileService,
    PastFileRepository,
    PastFileService,
    RecordsRepository,
    RecordListRepository,
    RecordListService,
    StoppagesRepository,
    StoppagesService,
  ],
})
export class DisclosureModule {}
