import { type LocalDate } from '@chengxin/kernel';
import { type ItemCode, type Polarity, type RecordClass } from '@chengxin/law';
import { type Receipt, type ReceiptName } from './receipts.js';
import { type Action, type Status } from './transitions.js';

/** A department or other body: its credit code and its name. */
export type Unit = { code: string; name: string };

/** How a record stands: only a current one can be repaired. */
export type Standing = 'current' | 'repaired' | 'annulled' | 'withdrawn';

/** That the duties of a decision are met: on which day, what was done, proved by what. */
export type Fulfilment = { fulfilledOn: LocalDate; what: string; proof: string };

/** The dates that `registry` computed for a record; each is a last day, through 24:00; absent = no end known. */
export type Publicity = {
  /** False when the record is never shown, as a minor one. */
  shown: boolean;
  minimumUntil?: LocalDate;
  shownUntil?: LocalDate;
  sharedUntil?: LocalDate;
  countedUntil?: LocalDate;
  /** The dated entries the dates were computed from. */
  entries: readonly string[];
};

/** What `repair` knows of a record. `fulfilment` absent means unknown, which is never met. */
export type RepairRecord = {
  recordId: string;
  creditCode: string;
  item: ItemCode;
  polarity: Polarity;
  class?: RecordClass;
  documentNumber: string;
  decidedOn: LocalDate;
  determiningUnit: Unit;
  standing: Standing;
  publicity: Publicity;
  fulfilment?: Fulfilment;
};

/** The parts of a credit commitment that the applicant gives; the rest of the national form follows from the case. */
export const COMMITMENT_PARTS = ['matter', 'content', 'liability', 'madeOn', 'openness'] as const;
export type CommitmentPart = (typeof COMMITMENT_PARTS)[number];

/** A credit commitment: matter 承诺事由, content 承诺内容, liability 违诺责任, day it was made, and its openness 公开类型. */
export type Commitment = {
  matter: string;
  content: string;
  liability: string;
  madeOn: LocalDate;
  openness: 'public';
};

/** A commitment as it was handed in, perhaps with parts missing. */
export type CommitmentDraft = {
  matter?: string;
  content?: string;
  liability?: string;
  madeOn?: LocalDate;
  openness?: 'public' | 'limited' | 'closed';
};

/** Who acts: the subject of the token, the unit acted for, the enterprises the person is an agent of. */
export type Acting = { subject: string; unit?: string; enterprises: readonly string[] };

/** Why a record may be repaired: its minimum publicity has been served, or it is minor and has none. */
export type Ground = 'publicity-served' | 'minor';

/** What a filing fixes for good. */
export type Filing = {
  caseNumber: string;
  creditCode: string;
  recordId: string;
  item: ItemCode;
  determiningUnit: Unit;
  minor: boolean;
  commitment: Commitment;
  /** The dated entries of the record's publicity that the filing was judged by. */
  entries: readonly string[];
};

/** Everything that can happen to a case. */
export type RepairEvent =
  | { type: 'case-filed'; on: LocalDate; by: string; filing: Filing }
  | { type: 'case-pre-checked'; on: LocalDate; note: string; forwardedTo: Unit; dueOn: { city: LocalDate; legal: LocalDate } }
  | { type: 'case-accepted'; on: LocalDate; decisionDueOn: LocalDate }
  | { type: 'case-not-accepted'; on: LocalDate; reason: string }
  | { type: 'case-approved'; on: LocalDate; unit: Unit; ground: Ground; fulfilment: Fulfilment }
  | { type: 'case-refused'; on: LocalDate; reason: string; article: string }
  | { type: 'case-withdrawn'; on: LocalDate; reason: string }
  | { type: 'receipt-received'; on: LocalDate; receipt: Receipt }
  | { type: 'case-effects-awaited'; on: LocalDate; missing: readonly ReceiptName[]; attempt: number }
  | { type: 'case-closed'; on: LocalDate; receipts: readonly Receipt[] };

/** A repair case as it stands, computed from its events. */
export type RepairCase = Filing & {
  status: Status;
  filedOn: LocalDate;
  filedBy: string;
  preCheckedOn?: LocalDate;
  /** The day the determining unit accepted, or did not. */
  answeredOn?: LocalDate;
  /** The day the determining unit approved or refused. */
  decidedOn?: LocalDate;
  /** The day the case came to an end: withdrawn, not accepted, refused or closed. */
  endedOn?: LocalDate;
  receipts: readonly Receipt[];
  /** How often missing receipts were asked for. */
  asked: number;
};

/** Why a rule says no, with its facts. */
export type Refusal =
  | { code: 'repair.action-not-allowed'; status: Status; action: Action; allowed: readonly Action[] }
  | { code: 'repair.other-enterprise'; creditCode: string }
  | { code: 'repair.other-unit'; unit: string; name: string }
  | { code: 'repair.record-not-repairable'; reason: Exclude<Standing, 'current'> | 'not-adverse' | 'kind-not-named' }
  | { code: 'repair.publicity-running'; endsOn: LocalDate; notBefore: LocalDate; entries: readonly string[] }
  | { code: 'repair.commitment-incomplete'; missing: readonly CommitmentPart[] }
  | { code: 'repair.case-open'; caseNumber: string }
  | { code: 'repair.obligations-open'; reason: 'unknown' | 'dated-ahead'; fulfilledOn?: LocalDate };

/** The refusal with this code. */
export type RefusalOf<C extends Refusal['code']> = Extract<Refusal, { code: C }>;
