import { accessContract } from './access-recorded.v1.js';
import { CaseAcceptedV1 } from './case-accepted.v1.js';
import { CaseApprovedV1 } from './case-approved.v1.js';
import { CaseClosedV1 } from './case-closed.v1.js';
import { CaseEffectsAwaitedV1 } from './case-effects-awaited.v1.js';
import { CaseFiledV1 } from './case-filed.v1.js';
import { CaseNotAcceptedV1 } from './case-not-accepted.v1.js';
import { CasePreCheckedV1 } from './case-pre-checked.v1.js';
import { CaseRefusedV1 } from './case-refused.v1.js';
import { CaseWithdrawnV1 } from './case-withdrawn.v1.js';
import { CheckAnsweredV1 } from './check-answered.v1.js';
import { ClockAdvancedV1 } from './clock-advanced.v1.js';
import type { ContractClass } from './contract.js';
import { FeedEntryWrittenV1 } from './feed-entry-written.v1.js';
import { operationContract } from './operation-performed.v1.js';
import { PublicationStoppedV1 } from './publication-stopped.v1.js';
import { RatingAssignedV1 } from './rating-assigned.v1.js';
import { RatingReviewedV1 } from './rating-reviewed.v1.js';
import { RecordAnnulledV1 } from './record-annulled.v1.js';
import { RecordCollectedV1 } from './record-collected.v1.js';
import { RecordCorrectedV1 } from './record-corrected.v1.js';
import { RecordExpiredV1 } from './record-expired.v1.js';
import { RecordFulfilledV1 } from './record-fulfilled.v1.js';
import { RecordRepairedV1 } from './record-repaired.v1.js';
import { RecordWithdrawnV1 } from './record-withdrawn.v1.js';
import { ReportReceivedV1 } from './report-received.v1.js';
import { ANNOUNCING_SERVICES } from './services.js';
import { SourceProblemAnsweredV1 } from './source-problem-answered.v1.js';
import { SourceProblemClosedV1 } from './source-problem-closed.v1.js';
import { SourceProblemOpenedV1 } from './source-problem-opened.v1.js';
import { SourceProblemStruckOffV1 } from './source-problem-struck-off.v1.js';
import { SubjectChangedV1 } from './subject-changed.v1.js';
import { SubjectRegisteredV1 } from './subject-registered.v1.js';
import { SuggestionsReviewedV1 } from './suggestions-reviewed.v1.js';
import { watermarkContract } from './watermark-announced.v1.js';

/** Everything the system ever says, in the order of the first path. */
export const CONTRACTS: readonly ContractClass[] = [
  ClockAdvancedV1,
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
  RecordRepairedV1,
  RatingAssignedV1,
  RatingReviewedV1,
  CheckAnsweredV1,
  SuggestionsReviewedV1,
  PublicationStoppedV1,
  FeedEntryWrittenV1,
  CaseFiledV1,
  CasePreCheckedV1,
  CaseAcceptedV1,
  CaseNotAcceptedV1,
  CaseApprovedV1,
  CaseRefusedV1,
  CaseWithdrawnV1,
  CaseEffectsAwaitedV1,
  CaseClosedV1,
  ...ANNOUNCING_SERVICES.map(watermarkContract),
  ...ANNOUNCING_SERVICES.map(operationContract),
  ...ANNOUNCING_SERVICES.map(accessContract),
];

const byType = new Map(CONTRACTS.map((contract) => [contract.type, contract]));

/** The contract of a CloudEvents type; undefined when we never say it. */
export function contractOf(type: string): ContractClass | undefined {
  return byType.get(type);
}
