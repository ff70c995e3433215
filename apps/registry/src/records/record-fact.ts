import type { Cause } from '@chengxin/contracts';
import type { LocalDate } from '@chengxin/kernel';
import type { CreditRecord, RecordUse, Unit } from '@chengxin/registry';

/** What a fact says beside the record after it, by kind. */
export type FactDetails =
  | { kind: 'collected' }
  | { kind: 'corrected'; changed: string[]; reason: string; correctionDocument: string; correctedOn: LocalDate }
  | { kind: 'fulfilled'; fulfilledOn: LocalDate; what: string; proof: string; unit: Unit }
  | { kind: 'withdrawn' | 'annulled'; on: LocalDate; reason: string; document: string; unit: Unit }
  | { kind: 'expired'; ended: RecordUse[]; on: LocalDate }
  | {
      kind: 'repaired';
      caseId: string;
      repairedOn: LocalDate;
      shownEndedOn?: LocalDate;
      sharedEndedOn: LocalDate;
      countedEndedOn: LocalDate;
      causes: Cause[];
    };

/** Something that happened to a record: since when it is true, what it says, and the whole record after it. */
export type RecordFact = { effectiveOn: LocalDate; details: FactDetails; record: CreditRecord };

/** A personal part that is to be kept: in one deletable row, with the key of the digest that stands in the record. */
export type PersonalPart = { id: string; key: string; digest: string; details: Record<string, string> };

/**
 * A record that a transaction changes: its version before (0: new), the facts in their order, and what the row keeps beside the
 * state. `replacesPersonal` is the row of details that a correction made idle.
 */
export type RecordChange = {
  id: string;
  version: number;
  knownAt?: Date;
  naturalKey: string;
  contentDigest: string;
  personalId?: string | undefined;
  personalDigest?: string | undefined;
  newPersonal?: PersonalPart | undefined;
  replacesPersonal?: string | undefined;
  record: CreditRecord;
  facts: RecordFact[];
};

/** Who brought a change about, and with which batch. */
export type Origin = { actor: string; batchId?: string };
