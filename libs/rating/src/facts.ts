import { addDays, earlier, type LocalDate, parseLocalDate } from '@chengxin/kernel';
import type { ItemCode, RecordClass } from '@chengxin/law';

/** One record as a rating weighs it: what it is, its class under the rules of 2026, and the last day it counts (absent: no end known). */
export interface RatedRecord {
  recordId: string;
  item: ItemCode;
  class?: RecordClass;
  until?: LocalDate;
}

/** What a rating is computed from. Records that were annulled or withdrawn are no facts. */
export interface Facts {
  records: readonly RatedRecord[];
}

/** A record as `registry` states it, as far as a rating looks. Dates are `YYYY-MM-DD`. */
export interface StatedRecord {
  recordId: string;
  item: ItemCode;
  ratingClass?: RecordClass;
  class?: RecordClass;
  fields: Record<string, string>;
  publicity: { countedUntil?: string };
}

const NO_LONGER_VALID = '2';
const LONG_AGO = '0001-01-01' as LocalDate;

/**
 * The record as a rating weighs it. It counts through the last day that `registry` states; what is kept for a term (a
 * licence, an honour) also ends with its term, and a licence that is no longer valid (状态 2) never counts.
 */
export function ratedRecord(stated: StatedRecord): RatedRecord {
  const { recordId, item, fields } = stated;
  const recordClass = stated.ratingClass ?? stated.class;
  const ends = [lastDay(stated.publicity.countedUntil), ...(isKept(item) ? termOf(fields) : [])].filter((end) => end !== undefined);
  const until = ends.length > 0 ? ends.reduce(earlier) : undefined;
  return { recordId, item, ...(recordClass ? { class: recordClass } : {}), ...(until ? { until } : {}) };
}

/** The same record once it was repaired: it no longer counts on the day of its repair. */
export function repaired(record: RatedRecord, repairedOn: LocalDate): RatedRecord {
  const last = addDays(repairedOn, -1);
  return { ...record, until: record.until ? earlier(record.until, last) : last };
}

const isKept = (item: ItemCode): boolean => item === 'licence' || item === 'honour';

const lastDay = (text: string | undefined): LocalDate | undefined => (text === undefined ? undefined : parseLocalDate(text));

const termOf = ({ state, validUntil }: Record<string, string>): (LocalDate | undefined)[] =>
  state === NO_LONGER_VALID ? [LONG_AGO] : [lastDay(validUntil)];
