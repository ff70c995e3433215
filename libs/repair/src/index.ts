export {
  type Acting,
  type Commitment,
  type CommitmentDraft,
  type CommitmentPart,
  type Filing,
  type Fulfilment,
  type Ground,
  type Publicity,
  type Refusal,
  type RepairCase,
  type RepairEvent,
  type RepairRecord,
  type Standing,
  type Unit,
} from './case.js';
export { type CaseClock, type CaseClocks, clocks, type Deadline, nextDeadline } from './deadlines.js';
export { acceptCase, approve, awaitEffects, type Decision, declineCase, file, preCheck, receive, refuseCase, withdraw } from './decide.js';
export { type Answer, type Candidate, type Condition, type Eligibility, eligibility } from './eligibility.js';
export { replay } from './evolve.js';
export { type Proof } from './proofs.js';
export { missingReceipts, type Receipt, RECEIPT_NAMES, type ReceiptName } from './receipts.js';
export { type Matter } from './rules/rule.js';
export { type Action, FINAL, nextSteps, type Party, type Status, TRANSITIONS } from './transitions.js';
export { secondsUntilAsked } from './waiting.js';
