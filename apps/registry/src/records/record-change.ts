import { canonicalJson } from '@chengxin/kernel';
import { uuidv7 } from '@chengxin/platform';
import type { SeparatedFields } from '@chengxin/registry';
import { digestOf, keyedDigestOf, newKey } from '../database/digest.js';
import type { PersonalPart, RecordChange } from './record-fact.js';
import type { RecordRow } from './record.row.js';

/** A stored record as something that can change, without a fact yet. */
export function changeOf(row: RecordRow): RecordChange {
  const { id, version, knownAt, naturalKey, contentDigest, personalId, personalDigest, state } = row;
  return {
    id,
    version,
    knownAt,
    naturalKey,
    contentDigest,
    ...(personalId && { personalId }),
    ...(personalDigest && { personalDigest }),
    record: state,
    facts: [],
  };
}

/** The digest of what a row states, identity papers left out: by it the same content is known again. */
export function contentDigestOf({ open }: SeparatedFields): string {
  return digestOf(canonicalJson(open));
}

/** The identity papers of a row as one deletable part with a digest under a key of its own; undefined when it has none. */
export function personalPartOf(details: Record<string, string>): PersonalPart | undefined {
  if (Object.keys(details).length === 0) return undefined;
  const key = newKey();
  return { id: uuidv7(), key, digest: keyedDigestOf(key, canonicalJson(details)), details };
}

/** What stands in a record about its identity papers; `key` is gone when they were deleted. */
export type StandingPersonal = { digest: string | undefined; key: string | undefined };

/** Whether identity papers are those that a record came with; once deleted they cannot be told apart, and none are new. */
export function isSamePersonal(standing: StandingPersonal, details: Record<string, string>): boolean {
  const { digest, key } = standing;
  if (digest === undefined) return Object.keys(details).length === 0;
  return key === undefined || keyedDigestOf(key, canonicalJson(details)) === digest;
}
