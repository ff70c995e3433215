import { type Entry } from '../entry.js';

/** The faults of sources that are measured as a share: records reported too late, rows refused. */
export const BOUNDED_FAULTS = ['late-records', 'refused-rows'] as const;

/** A fault of a source that is measured as a share. */
export type BoundedFault = (typeof BOUNDED_FAULTS)[number];

/** How large the share of a fault may be, in percent of a month's records or rows on one item; beyond it, and from `least` of them on, a problem is opened. */
export interface QualityBound extends Entry {
  fault: BoundedFault;
  percent: number;
  least: number;
}
