import { MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { Module } from '@nestjs/common';
import { CaseCounts } from './cases/case-counts.js';
import { CaseEventRow } from './cases/case-event.row.js';
import { CaseStepsController } from './cases/case-steps.controller.js';
import { CaseStore } from './cases/case-store.js';
import { CaseViews } from './cases/case-views.js';
import { ANNOUNCED } from './cases/case.contract.js';
import { CaseRow } from './cases/case.row.js';
import { CasesController } from './cases/cases.controller.js';
import { CasesRepository } from './cases/cases.repository.js';
import { CasesService } from './cases/cases.service.js';
import { ContactRow } from './cases/contact.row.js';
import { EffectsWait } from './cases/effects-wait.js';
import { ProvisionalDeadlines } from './cases/provisional-deadlines.js';
import { ReceiptRow } from './cases/receipt.row.js';
import { ReceiptsRepository } from './cases/receipts.repository.js';
import { WorkListRepository } from './cases/work-list.repository.js';
import { EffectsService } from './effects/effects.service.js';
import { ReceiptsConsumer } from './effects/receipts.consumer.js';
import { EligibilityController } from './eligibility/eligibility.controller.js';
import { EligibilityService } from './eligibility/eligibility.service.js';
import { RecordRow } from './records/record.row.js';
import { RecordsConsumer } from './records/records.consumer.js';
import { RecordsRepository } from './records/records.repository.js';
import { SubjectRow } from './subjects/subject.row.js';
import { SubjectsConsumer } from './subjects/subjects.consumer.js';
import { SubjectsRepository } from './subjects/subjects.repository.js';

/** Every row the service stores. */
const ROWS = [SubjectRow, RecordRow, CaseRow, CaseEventRow, ContactRow, ReceiptRow];

/** The repair of credit: copies, cases, effects, eligibility. */
@Module({
  imports: [
    PlatformModule.forService({ service: 'repair', rows: ROWS }),
    MessagingModule.forService({ service: 'repair', announces: [...ANNOUNCED], copies: ['subjects', 'records'] }),
  ],
  controllers: [SubjectsConsumer, RecordsConsumer, CasesController, CaseStepsController, ReceiptsConsumer, EligibilityController],
  providers: [
    SubjectsRepository,
    RecordsRepository,
    CasesRepository,
    CaseStore,
    CasesService,
    CaseViews,
    CaseCounts,
    EffectsWait,
    ReceiptsRepository,
    WorkListRepository,
    ProvisionalDeadlines,
    EffectsService,
    EligibilityService,
  ],
})
export class RepairModule {}
