import { type LocalDate, localDate } from '@chengxin/kernel';
import { type RecordClass } from '../publicity/publicity-entry.js';
import { type DomainExample, type EvidenceRecord, type Verdict } from './domain.js';

/** The day on which the worked examples ask unless they say otherwise. */
export const EXAMPLE_DAY = localDate('2026-05-11');

type Rest = Partial<Omit<EvidenceRecord, 'item' | 'decidedOn' | 'class'>>;

const record = (item: EvidenceRecord['item'], decidedOn: string, rest: Partial<EvidenceRecord>): EvidenceRecord => ({
  recordId: `${item}-of-${decidedOn}`,
  version: 1,
  item,
  decidedOn: localDate(decidedOn),
  state: 'current',
  fulfilment: 'unknown',
  ...rest,
});

/** A penalty of a class, decided on a day; current, without a known end of counting, unless `rest` says otherwise. */
export const penalty = (recordClass: RecordClass, decidedOn: string, rest: Rest = {}): EvidenceRecord =>
  record('penalty', decidedOn, { class: recordClass, ...rest });

/** A listing as seriously dishonest, decided on a day. */
export const seriousListing = (decidedOn: string, rest: Rest = {}): EvidenceRecord =>
  record('serious-dishonesty', decidedOn, { class: 'serious', ...rest });

/** An entry on the abnormal-operation list, decided on a day. */
export const abnormalListing = (decidedOn: string, rest: Rest = {}): EvidenceRecord =>
  record('abnormal-operation', decidedOn, { class: 'minor', ...rest });

/** A credit commitment found broken on a day. */
export const brokenCommitment = (foundOn: string, rest: Rest = {}): EvidenceRecord => record('broken-commitment', foundOn, rest);

/** Payments found in arrears on a day. */
export const arrears = (foundOn: string, rest: Rest = {}): EvidenceRecord => record('payment-arrears', foundOn, rest);

/** An example in which the evidence matches a rule. */
export const hit = (expected: Verdict, what: string, evidence: EvidenceRecord[], on: LocalDate = EXAMPLE_DAY): DomainExample => ({
  kind: 'hit',
  what,
  on,
  evidence,
  expected,
});

/** An example in which nothing the domain weighs is at hand. */
export const clear = (what: string, evidence: EvidenceRecord[]): DomainExample => ({
  kind: 'clear',
  what,
  on: EXAMPLE_DAY,
  evidence,
  expected: 'pass',
});

/** An example in which the evidence would match, were it not too old. */
export const outOfLookBack = (what: string, evidence: EvidenceRecord[]): DomainExample => ({
  ...clear(what, evidence),
  kind: 'out-of-look-back',
});
