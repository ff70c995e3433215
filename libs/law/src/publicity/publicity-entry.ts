import { type LocalDate, type Period } from '@chengxin/kernel';
import { type Entry } from '../entry.js';

/** How heavy a dishonesty record is: 轻微, 一般, 严重. Each regime has its own notion of the three; its class entries say which. */
export type RecordClass = 'minor' | 'general' | 'serious';

/** The four rules on how long penalties are shown, by the year they came into force. */
export type Regime = '2017' | '2019' | '2023' | '2026';

/**
 * How long a record of a class is shown, counted from the day of the decision. `minimum`: it cannot be repaired before its end
 * (none: at once); `maximum`: publicity ends by itself then; `published` false: it is not shown at all, but it is held, shared
 * and counted until its maximum.
 */
export interface PublicityEntry extends Entry {
  regime: Regime;
  class: RecordClass;
  published: boolean;
  minimum?: Period;
  maximum?: Period;
}

/** The answer for one decision date and class, with the entry it comes from. */
export interface PublicityTerm {
  entry: PublicityEntry;
  regime: Regime;
  class: RecordClass;
  published: boolean;
  minimum?: Period;
  maximum?: Period;
}

/**
 * Whether a record decided before the day `before` and still shown on it takes, for its minimum and for each of its ends, the
 * earlier of the old and the new date, but never one before `notBefore`. The order itself has no such article that could be seen.
 */
export interface TransitionEntry extends Entry {
  before: LocalDate;
  notBefore: LocalDate;
  applies: boolean;
}

/** The three states of a record, each with an end of its own. */
export interface RecordEnds {
  shown: boolean;
  shared: boolean;
  counted: boolean;
}

/** What the end of the maximum period ends, and what it ends while the duty is not known to be fulfilled. */
export interface MaximumEndsEntry extends Entry {
  ends: RecordEnds;
  endsUnfulfilled: RecordEnds;
}

/** How long an adverse record that has no class is shown, shared and counted at most, from the day it was determined. */
export interface AdverseLimitEntry extends Entry {
  maximum: Period;
}
