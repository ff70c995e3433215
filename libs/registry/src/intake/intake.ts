import { accept, refuse, type Result } from '@chengxin/kernel';

/** What stands under a natural key already. */
export type StandingRecord = { recordId: string; ended: boolean; sameContent: boolean };

/** What becomes of a row: a new record, nothing (the same once more), or a correction of the record that stands. */
export type Intake = { outcome: 'new' } | { outcome: 'unchanged' | 'corrected'; recordId: string };

/** Why a sound row is refused: other content under a key without being a correction, or a record that was withdrawn or annulled. */
export type IntakeRefusal = { code: 'registry.content-differs' | 'registry.record-ended'; recordId: string };

/**
 * Decides what a row does to the record of the same natural key. Same content is counted once; other content is refused with a
 * pointer unless the row comes as a `correction`; what was withdrawn or annulled does not come back by being sent again.
 */
export function decideIntake(standing: StandingRecord | undefined, correction: boolean): Result<Intake, IntakeRefusal> {
  if (!standing) return accept({ outcome: 'new' });
  const { recordId, ended, sameContent } = standing;
  if (ended) return refuse({ code: 'registry.record-ended', recordId });
  if (sameContent) return accept({ outcome: 'unchanged', recordId });
  return correction ? accept({ outcome: 'corrected', recordId }) : refuse({ code: 'registry.content-differs', recordId });
}

/** The names of the fields that differ, in alphabetical order. */
export function changedFields(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]).sort();
}
