export { changedFields, decideIntake, type IntakeRefusal, type StandingRecord } from './intake/intake.js';
export { naturalKey } from './intake/natural-key.js';
export { separatePersonal, type SeparatedFields } from './intake/personal.js';
export { AMOUNT_UNITS, type AmountUnit } from './mapping/amounts.js';
export { checkMapping, type MappingFault } from './mapping/check-mapping.js';
export { type MappedColumn, type Mapping } from './mapping/mapping.js';
export { type Deletion, keptUntil, type PersonalPlace, placeText } from './personal/retention.js';
export {
  act,
  problemsIn,
  type FoundProblem,
  type MonthOfSource,
  type ProblemFault,
  type ProblemRefusal,
  reportOverdue,
} from './problems/problem.js';
export { type ProblemAction, type ProblemStatus } from './problems/transitions.js';
export { endedOn, nextEnding, type RecordUse } from './publicity/endings.js';
export { fault, type RowFault, type Text } from './reading/fault.js';
export { guardFormula } from './reading/formula-guard.js';
export { type Header, type HeaderRefusal, isRepeatedHeader, readHeader } from './reading/header.js';
export { readNamed, readRow, type RowReading, withOwnFaults } from './reading/row.js';
export { collect } from './records/collect.js';
export { corrected, type FactRefusal, fulfil, mayCorrect, repair, type Statement, takeBack } from './records/facts.js';
export { type CreditRecord, type Unit } from './records/record.js';
export { type Status } from './records/transitions.js';
export { areaUnknown, type RowWarning, warningsOf } from './records/warnings.js';
export { type Tally, tallyOf } from './sources/tally.js';
export { nextReportDue, timelinessOn, workingDaysUntil } from './sources/timeliness.js';
export { decideRegistration, type Subject, subjectOf } from './subjects/subject.js';
