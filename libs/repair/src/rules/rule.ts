import { type LocalDate } from '@chengxin/kernel';
import { type Acting, type CommitmentDraft, type Fulfilment, type Refusal, type RepairRecord } from '../case.js';

/** Everything a rule may look at: the record, who acts, and what was handed in with the action. */
export type Matter = {
  record: RepairRecord;
  by: Acting;
  /** The number of the case that runs on this record already. */
  openCase?: string;
  commitment?: CommitmentDraft;
  /** Fulfilment stated together with the approval. */
  fulfilment?: Fulfilment;
};

/** A fact that must hold on a business day: nothing when it holds, else why it does not. */
export type Rule = (matter: Matter, on: LocalDate) => Refusal | undefined;

/** The first of the rules that does not hold. */
export function firstRefusal(rules: readonly Rule[], matter: Matter, on: LocalDate): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(matter, on);
    if (refusal) return refusal;
  }
  return undefined;
}
