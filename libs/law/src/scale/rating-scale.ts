import { type Entry } from '../entry.js';

/** The grades a rating may give, best first. */
export interface RatingScale extends Entry {
  code: string;
  grades: readonly string[];
}
