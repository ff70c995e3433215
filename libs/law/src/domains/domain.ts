import { type LocalDate, type Period } from '@chengxin/kernel';
import { type ItemCode } from '../catalogue/item.js';
import { type Entry } from '../entry.js';
import { type RecordClass } from '../publicity/publicity-entry.js';
import { type Role } from '../visibility/reader.js';
import { type Measure } from './measures.js';

/** The ten domains in which departments check credit before they act. */
export type DomainCode =
  | 'administrative-approval'
  | 'government-procurement'
  | 'bidding'
  | 'fiscal-funds'
  | 'honours-and-awards'
  | 'qualification'
  | 'land-and-state-property'
  | 'preferential-policy'
  | 'appointment'
  | 'financing-and-investment';

/** What a matched rule suggests, from mild to hard; the department decides and names its own basis. */
export type Suggestion = 'caution' | 'restrict' | 'forbid';

/** What a check answers: nothing found, or the hardest suggestion of the rules that matched. */
export type Verdict = 'pass' | Suggestion;

/** What has become of a record: it stands, or was repaired, annulled by an authority, or withdrawn by its source. */
export type EvidenceState = 'current' | 'repaired' | 'annulled' | 'withdrawn';

/**
 * One record as a check sees it: which version of it, its class under the rules of 2026 where it has one, when it was
 * decided, what became of it, the last day on which it counts (absent: no end known), and whether its duty is met.
 */
export type EvidenceRecord = {
  recordId: string;
  version: number;
  item: ItemCode;
  class?: RecordClass;
  decidedOn: LocalDate;
  state: EvidenceState;
  countedUntil?: LocalDate;
  fulfilment: 'unknown' | 'met';
};

/**
 * When a domain weighs a record, and what it then suggests. A record matches on a day when it is current, is of one of
 * `items`, is at least of `fromClass` (absent: whatever its class), lies within `lookBack` (absent: however old; else
 * through the last day of the period from that date of the record), and still counts on that day. `statutory`: a law's
 * own look-back, which keeps weighing a record that no longer counts, but never a repaired, annulled or withdrawn one.
 * `unmet`: only while the duties of the record are not known to be met.
 */
export type DomainRule = {
  code: string;
  items: readonly ItemCode[];
  fromClass?: RecordClass;
  lookBack?: { period: Period; from: 'decidedOn' };
  statutory?: true;
  unmet?: true;
  suggests: Suggestion;
  basis: string;
  measure: Measure;
};

/** A worked example: the evidence at hand on a day and what the domain answers. */
export type DomainExample = {
  kind: 'hit' | 'clear' | 'out-of-look-back';
  what: string;
  on: LocalDate;
  evidence: readonly EvidenceRecord[];
  expected: Verdict;
};

/** One domain of checks: who asks, at which step of its own procedure, what counts, and how many days an answer holds. */
export type VerificationDomain = Entry & {
  code: DomainCode;
  name: { zh: string; en: string };
  askedBy: { roles: readonly Role[]; units: readonly string[] };
  step: { zh: string; en: string };
  rules: readonly DomainRule[];
  validityDays: number;
  examples: readonly DomainExample[];
};
