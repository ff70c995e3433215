import type { LocalDate } from '@chengxin/kernel';
import type { Law } from '@chengxin/law';
import { uuidv7 } from '@chengxin/platform';
import { changedFields, corrected, type StandingRecord } from '@chengxin/registry';
import { changeOf, isSamePersonal, personalPartOf } from '../records/record-change.js';
import type { RecordChange } from '../records/record-fact.js';
import type { Standing } from '../records/records.repository.js';
import type { Candidate, Report } from './row.js';

/** A record under its key as a transaction leaves it so far, with the key of its personal digest unless that was deleted. */
export type Working = { change: RecordChange; personalKey?: string };

/** A stored record at the beginning of a transaction. */
export function workingOf(row: Standing): Working {
  return { change: changeOf(row), ...(row.personalKey && { personalKey: row.personalKey }) };
}

/** What the intake of a candidate has to know of the record that stands under its key. */
export function standingOf({ change, personalKey }: Working, { contentDigest, personal }: Candidate): StandingRecord {
  const ended = change.record.status === 'withdrawn' || change.record.status === 'annulled';
  const samePersonal = isSamePersonal({ digest: change.personalDigest, key: personalKey }, personal);
  return { recordId: change.id, ended, sameContent: change.contentDigest === contentDigest && samePersonal };
}

/** Why a record is corrected, by which document, on which business day. */
export type CorrectionWords = { reason: string; correctionDocument: string; correctedOn: LocalDate };

/** A correction comes from the unit that determined the record or the one that sent it. */
export function mayCorrect({ change: { record } }: Working, { unit }: Report): boolean {
  return unit.code === record.authority.code || unit.code === record.sourceUnit.code;
}

/** A record that stands for the first time. */
export function newRecord({ key, personal, contentDigest, record }: Candidate): Working {
  const part = personalPartOf(personal);
  const change: RecordChange = {
    id: uuidv7(),
    version: 0,
    naturalKey: key,
    contentDigest,
    ...(part && { personalId: part.id, personalDigest: part.digest, newPersonal: part }),
    record,
    facts: [{ effectiveOn: record.effectiveFrom, details: { kind: 'collected' }, record }],
  };
  return { change, ...(part && { personalKey: part.key }) };
}

/** A standing record after a correction: its new whole, and the fact that says what changed and why. */
export function correction(law: Law, before: Working, candidate: Candidate, said: CorrectionWords): Working {
  const { change } = before;
  const record = corrected(law, change.record, candidate.record);
  const papers = papersAfter(before, candidate);
  const changed = [...changedFields(change.record.fields, record.fields), ...(papers ? ['personalDetails'] : [])];
  const details = { kind: 'corrected' as const, changed, ...said };
  const facts = [...change.facts, { effectiveOn: record.effectiveFrom, details, record }];
  const after = { ...change, contentDigest: candidate.contentDigest, record, facts, ...papers };
  const personalKey = papers ? papers.newPersonal?.key : before.personalKey;
  return { change: after, ...(personalKey && { personalKey }) };
}

type Papers = Pick<RecordChange, 'personalId' | 'personalDigest' | 'newPersonal' | 'replacesPersonal'>;

/** The identity papers of a corrected record, undefined when they are the ones it had; the old ones become idle. */
function papersAfter({ change, personalKey }: Working, { personal }: Candidate): Papers | undefined {
  if (isSamePersonal({ digest: change.personalDigest, key: personalKey }, personal)) return undefined;
  const part = personalPartOf(personal);
  return {
    personalId: part?.id,
    personalDigest: part?.digest,
    newPersonal: part,
    replacesPersonal: change.newPersonal ? change.replacesPersonal : change.personalId,
  };
}
