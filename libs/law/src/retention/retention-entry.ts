import { type Period } from '@chengxin/kernel';
import { type Entry } from '../entry.js';

/** What personal details come with: a record that went in, or a row that was refused and waits for its sender. */
export const KEPT_WITH = ['record', 'rejection'] as const;
/** One of them. */
export type KeptWith = (typeof KEPT_WITH)[number];

/** How long identity papers of natural persons are kept, through the last day of the period, counted from the decision or from the day they came. */
export interface RetentionEntry extends Entry {
  with: KeptWith;
  counts: 'decision' | 'receipt';
  period: Period;
}
