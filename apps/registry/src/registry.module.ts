import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import {
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
} from '@chengxin/contracts';
import { MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { BatchRow } from './batches/batch.row.js';
import { BatchEnding } from './batches/batch-ending.js';
import { BatchRunner } from './batches/batch-runner.js';
import { BatchesController } from './batches/batches.controller.js';
import { BatchesRepository } from './batches/batches.repository.js';
import { BatchesService } from './batches/batches.service.js';
import { ChunkLoader } from './batches/chunk-loader.js';
import { RejectionsService } from './batches/rejections.service.js';
import { ReportsService } from './batches/reports.service.js';
import { Submissions } from './batches/submissions.js';
import { Beginnings } from './batches/beginnings.js';
import { CasesConsumer } from './cases/cases.consumer.js';
import { RepairsService } from './cases/repairs.service.js';
import { RegistryCounts } from './counts.js';
import { Intake } from './intake/intake.js';
import { RecordsIntake } from './intake/records-intake.js';
import { RegisterIntake } from './intake/register-intake.js';
import { PersonalDeletions } from './records/personal-deletions.js';
import { PersonalDetailsController } from './records/personal-details.controller.js';
import { PersonalDetailsRepository } from './records/personal-details.repository.js';
import { PersonalOrders } from './records/personal-orders.js';
import { PublicityEndings } from './records/publicity-endings.js';
import { RecordReading } from './records/record-reading.js';
import { RecordRow } from './records/record.row.js';
import { RecordsController } from './records/records.controller.js';
import { RecordsRepository } from './records/records.repository.js';
import { RecordLooks } from './records/record-looks.js';
import { RecordsService } from './records/records.service.js';
import { SubmissionService } from './records/submission.service.js';
import { MappingRow } from './sources/mappings/mapping.row.js';
import { MappingsController } from './sources/mappings/mappings.controller.js';
import { MappingsRepository } from './sources/mappings/mappings.repository.js';
import { MappingsService } from './sources/mappings/mappings.service.js';
import { SourceHeaders } from './sources/mappings/source-headers.js';
import { DutiesRepository } from './sources/figures/duties.repository.js';
import { DutiesService } from './sources/figures/duties.service.js';
import { FiguresRepository } from './sources/figures/figures.repository.js';
import { SourceQuality } from './sources/figures/source-quality.js';
import { SourcesController } from './sources/figures/sources.controller.js';
import { SourcesService } from './sources/figures/sources.service.js';
import { FoundProblems } from './sources/problems/found-problems.js';
import { ProblemEventRow, ProblemRow } from './sources/problems/problem.row.js';
import { ProblemStepsController } from './sources/problems/problem-steps.controller.js';
import { ProblemsController } from './sources/problems/problems.controller.js';
import { ProblemsRepository } from './sources/problems/problems.repository.js';
import { ProblemsService } from './sources/problems/problems.service.js';
import { SourceReports } from './sources/problems/source-reports.js';
import { SubjectRow } from './subjects/subject.row.js';
import { SubjectsRepository } from './subjects/subjects.repository.js';
import { UnitsRepository } from './units/units.repository.js';
import { FileStore } from './uploads/file-store.js';
import { acceptForms } from './uploads/upload.js';

const RECORDS = [
  RecordCollectedV1,
  RecordFulfilledV1,
  RecordCorrectedV1,
  RecordWithdrawnV1,
  RecordAnnulledV1,
  RecordExpiredV1,
  RecordRepairedV1,
];

const PROBLEMS = [SourceProblemOpenedV1, SourceProblemAnsweredV1, SourceProblemClosedV1, SourceProblemStruckOffV1];

/** Credit subjects and their records: intake, quality, classification, publicity, provenance. */
@Module({
  imports: [
    PlatformModule.forService({ service: 'registry', rows: [SubjectRow, RecordRow, BatchRow, MappingRow, ProblemRow, ProblemEventRow] }),
    MessagingModule.forService({
      service: 'registry',
      announces: [SubjectRegisteredV1, SubjectChangedV1, ReportReceivedV1, ...PROBLEMS, ...RECORDS],
    }),
  ],
  controllers: [
    BatchesController,
    RecordsController,
    PersonalDetailsController,
    MappingsController,
    SourcesController,
    ProblemsController,
    ProblemStepsController,
    CasesConsumer,
  ],
  providers: [
    ...[
      FileStore,
      Submissions,
      Beginnings,
      BatchesService,
      RejectionsService,
      ReportsService,
      BatchesRepository,
      BatchRunner,
      BatchEnding,
      ChunkLoader,
    ],
    ...[Intake, RegisterIntake, RecordsIntake, SubjectsRepository, UnitsRepository],
    ...[RecordsService, RecordLooks, SubmissionService, RecordReading, RecordsRepository, PersonalDetailsRepository, PublicityEndings],
    ...[SourceQuality, FiguresRepository, DutiesRepository, DutiesService, SourcesService],
    ...[ProblemsService, ProblemsRepository, FoundProblems, SourceReports],
    ...[MappingsService, MappingsRepository, SourceHeaders],
    ...[PersonalDeletions, PersonalOrders],
    ...[RepairsService, RegistryCounts],
  ],
})
export class RegistryModule {
  constructor({ httpAdapter }: HttpAdapterHost) {
    acceptForms(httpAdapter.getInstance());
  }
}
