import { type LocalDate } from '@chengxin/kernel';
import { COMMITMENT_PARTS, type Commitment, type CommitmentDraft, type CommitmentPart, type RefusalOf } from '../case.js';
import { type Matter } from './rule.js';

/**
 * The applicant makes a public credit commitment that its materials are true and that it bears the consequences of a
 * breach: with its matter, content and liability, made no later than today, open to the public.
 * Source: 信用修复管理办法 第三章 (信用承诺书); the parts: 信用承诺 data items 6 to 9 and 19 of the national form.
 */
export function commitmentComplete(
  { commitment = {} }: Pick<Matter, 'commitment'>,
  on: LocalDate,
): RefusalOf<'repair.commitment-incomplete'> | undefined {
  const missing = COMMITMENT_PARTS.filter((part) => !GIVEN[part](commitment, on));
  return missing.length === 0 ? undefined : { code: 'repair.commitment-incomplete', missing };
}

/** Whether a draft has every part. Narrows it to the commitment that a case keeps. */
export function isCommitment(draft: CommitmentDraft | undefined, on: LocalDate): draft is Commitment {
  return commitmentComplete({ commitment: draft }, on) === undefined;
}

const GIVEN: Record<CommitmentPart, (draft: CommitmentDraft, on: LocalDate) => boolean> = {
  matter: ({ matter }) => isWritten(matter),
  content: ({ content }) => isWritten(content),
  liability: ({ liability }) => isWritten(liability),
  madeOn: ({ madeOn }, on) => madeOn !== undefined && madeOn <= on,
  openness: ({ openness }) => openness === 'public',
};

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
