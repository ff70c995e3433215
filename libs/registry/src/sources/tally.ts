import type { LocalDate } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import type { Timeliness } from './timeliness.js';

/** What rows of a source on one item add up to; every count starts at zero and, but for `longestDays`, tallies are added. */
export type Tally = {
  rows: number;
  accepted: number;
  unchanged: number;
  corrected: number;
  refused: number;
  /** Optional fields that the new records could have filled, and those that they did. */
  optionalFields: number;
  filledFields: number;
  /** New records under the duty of publicity, by whether they came within it, with their working days in sum and at most. */
  onTime: number;
  late: number;
  takenDays: number;
  longestDays: number;
};

/** A row with what became of it. */
export type TalliedRow = { outcome: 'accepted' | 'unchanged' | 'corrected' | 'refused'; fields: Readonly<Record<string, string>> };

const NOTHING: Tally = {
  rows: 0,
  accepted: 0,
  unchanged: 0,
  corrected: 0,
  refused: 0,
  optionalFields: 0,
  filledFields: 0,
  onTime: 0,
  late: 0,
  takenDays: 0,
  longestDays: 0,
};

/**
 * Adds rows up. Completeness and timeliness are those of new records alone, for what is sent once more was measured when it was new;
 * identity papers of natural persons, which nobody is asked for, do not count as left out.
 */
export function tallyOf(
  rows: readonly TalliedRow[],
  item: CatalogueItem,
  timelinessOf: (decidedOn: LocalDate) => Timeliness | undefined,
): Tally {
  const fieldsAsked = item.fields.filter(({ required, personal }) => required !== true && !personal);
  const optional = new Set(fieldsAsked.map(({ name }) => name));
  const tally = { ...NOTHING };
  for (const { outcome, fields } of rows) {
    tally.rows += 1;
    tally[outcome] += 1;
    if (outcome !== 'accepted') continue;
    tally.optionalFields += optional.size;
    for (const name in fields) if (optional.has(name)) tally.filledFields += 1;
    const timeliness = fields['decidedOn'] === undefined ? undefined : timelinessOf(fields['decidedOn'] as LocalDate);
    if (!timeliness) continue;
    tally[timeliness.late ? 'late' : 'onTime'] += 1;
    tally.takenDays += timeliness.days;
    tally.longestDays = Math.max(tally.longestDays, timeliness.days);
  }
  return tally;
}
