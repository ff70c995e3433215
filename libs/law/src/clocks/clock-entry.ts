import { type ItemCode } from '../catalogue/item.js';
import { type Entry } from '../entry.js';

/** The deadlines that run in working days. */
export const CLOCK_NAMES = [
  'repair-pre-check',
  'repair-acceptance',
  'repair-decision',
  'repair-extension',
  'repair-feedback',
  'report-publicity',
  'annulment-withdrawal',
] as const;

/** The name of a deadline. */
export type ClockName = (typeof CLOCK_NAMES)[number];

/**
 * A deadline: so many working days after the event it is counted from; `city` when it is the city's own promise, no legal limit; `items`
 * where it runs for records of these items alone.
 */
export interface ClockEntry extends Entry {
  clock: ClockName;
  workingDays: number;
  by: 'law' | 'city';
  items?: readonly ItemCode[];
}
