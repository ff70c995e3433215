import { canonicalJson, type LocalDate } from '@chengxin/kernel';
import type { Facts, RatedRecord } from './facts.js';
import { inForce, type Indicator, type RatingModel, type Veto } from './model.js';

/** One reason of a score; `entry` names it within its model, the basis stands there. */
export interface Contribution {
  indicator: string;
  points: number;
  recordIds: string[];
  entry: string;
}

/** A rating on a day: its contributions add up to its score exactly. */
export interface Rating {
  model: { id: string; version: number };
  scale: string;
  grade: string;
  score: number;
  maximum: number;
  contributions: Contribution[];
  on: LocalDate;
}

/**
 * Rates an enterprise from its facts under a model on a day. Only records that count on that day are weighed; their
 * order and repetition do not matter. Throws a RangeError when the model is not in force on that day.
 */
export function rate(facts: Facts, model: RatingModel, on: LocalDate): Rating {
  if (!inForce(model, on)) throw new RangeError(`the model ${model.id} is not in force on ${on}`);
  const counted = countedOn(facts, on);
  const start: Contribution = { ...reason(model, model.start.indicator, []), points: model.start.points };
  const weighed = model.indicators.flatMap((indicator) => weigh(model, indicator, counted));
  const contributions = model.vetoes.reduce((so, veto) => withVeto(model, veto, counted, so), [start, ...weighed]);
  const score = sum(contributions);
  const { id, version, scale, maximum } = model;
  return { model: { id, version }, scale, grade: gradeOf(model, score), score, maximum, contributions, on };
}

/** The last day, from `on` on, before a record no longer counts and the rating may change by itself; undefined when none is known. */
export function changesAfter(facts: Facts, on: LocalDate): LocalDate | undefined {
  const ends = facts.records.flatMap(({ until }) => (until !== undefined && until >= on ? [until] : []));
  return ends.sort()[0];
}

function countedOn({ records }: Facts, on: LocalDate): RatedRecord[] {
  const counted = records.filter(({ until }) => until === undefined || on <= until);
  const byText = new Map(counted.map((record) => [canonicalJson(record), record]));
  const ordered = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  return [...new Map(ordered.map((record) => [record.recordId, record])).values()];
}

function weigh(model: RatingModel, indicator: Indicator, counted: readonly RatedRecord[]): Contribution[] {
  const records = counted.filter((record) => record.item === indicator.item && (!indicator.class || record.class === indicator.class));
  if (records.length === 0) return [];
  const all = records.length * indicator.points;
  const points = indicator.points < 0 ? Math.max(all, indicator.limit) : Math.min(all, indicator.limit);
  return [{ ...reason(model, indicator.indicator, records), points }];
}

function withVeto(model: RatingModel, veto: Veto, counted: readonly RatedRecord[], before: Contribution[]): Contribution[] {
  const records = counted.filter((record) => record.item === veto.item);
  if (records.length === 0) return before;
  return [...before, { ...reason(model, veto.indicator, records), points: Math.min(0, veto.ceiling - sum(before)) }];
}

const reason = (model: RatingModel, indicator: string, records: readonly RatedRecord[]): Omit<Contribution, 'points'> => ({
  indicator,
  recordIds: records.map(({ recordId }) => recordId).sort(),
  entry: `${model.id}.${model.version}/${indicator}`,
});

const sum = (contributions: readonly Contribution[]): number => contributions.reduce((total, { points }) => total + points, 0);

function gradeOf({ id, grades }: RatingModel, score: number): string {
  const bound = grades.find(({ from }) => score >= from);
  if (!bound) throw new RangeError(`the model ${id} has no grade for ${score}`);
  return bound.grade;
}
