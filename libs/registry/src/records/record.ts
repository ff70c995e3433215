import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode, Openness, Polarity, RecordClass } from '@chengxin/law';
import type { Publicity } from '../publicity/publicity.js';
import type { Status } from './transitions.js';

/** A government unit: its credit code and its name. */
export type Unit = { code: string; name: string };

/**
 * A record as it stands: what its source stated (personal fields left out), how it was classified, when it is shown, shared and
 * counted, and what became of it. `class` is that of the decision date's regime, `ratingClass` that of the rules of 2026.
 */
export type CreditRecord = {
  item: ItemCode;
  itemEntry: string;
  polarity: Polarity;
  openness: Openness;
  creditCode: string;
  documentNumber: string;
  decidedOn: LocalDate;
  authority: Unit;
  sourceUnit: Unit;
  fields: Record<string, string>;
  class?: RecordClass;
  ratingClass?: RecordClass;
  classEntry?: string;
  procedure?: string;
  sector?: string;
  assumed: string[];
  publicity: Publicity;
  fulfilment: 'unknown' | 'met';
  fulfilledOn?: LocalDate;
  effectiveFrom: LocalDate;
  collectedOn: LocalDate;
  status: Status;
  repairedOn?: LocalDate;
};
