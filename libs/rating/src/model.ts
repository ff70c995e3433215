import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode, Mark, RecordClass } from '@chengxin/law';

/** What a rating begins with. */
export interface StartingPoints {
  indicator: string;
  points: number;
  basis: string;
}

/** Points for each record of one item (and class) that counts, up to a limit; both of one sign. */
export interface Indicator extends StartingPoints {
  item: ItemCode;
  class?: RecordClass;
  limit: number;
}

/** While one record of this item counts, the score is not above the ceiling. */
export interface Veto {
  indicator: string;
  item: ItemCode;
  ceiling: number;
  basis: string;
}

/** A grade and the least score that reaches it. */
export interface GradeBound {
  grade: string;
  from: number;
}

/**
 * A dated model: the whole of how a score comes about, as data. All points are integers. A published model is never
 * changed, only succeeded by a higher version. In force from `from` through `until`, for ever without one.
 */
export interface RatingModel {
  id: string;
  version: number;
  name: { zh: string; en: string };
  source: string;
  mark: Mark;
  from: LocalDate;
  until?: LocalDate;
  scale: string;
  maximum: number;
  start: StartingPoints;
  indicators: readonly Indicator[];
  vetoes: readonly Veto[];
  /** Best first, down to 0. */
  grades: readonly GradeBound[];
}

/** Whether the model rates on this day. */
export const inForce = ({ from, until }: Pick<RatingModel, 'from' | 'until'>, on: LocalDate): boolean =>
  from <= on && (until === undefined || on <= until);
