import type { RatingModel } from './model.js';

const inside = (value: number, low: number, high: number): boolean => Number.isSafeInteger(value) && value >= low && value <= high;

/**
 * What is wrong with a model, as sentences; none when it may be published: integers only, every indicator of its own
 * name, limits in the direction of their points, no score outside 0 to the maximum, grades best first down to 0.
 */
export function modelFaults(model: RatingModel): string[] {
  return [...pointFaults(model), ...nameFaults(model), ...boundFaults(model)];
}

function pointFaults({ start, indicators, vetoes, maximum }: RatingModel): string[] {
  const limits = indicators.map(({ limit }) => limit);
  const highest = start.points + limits.filter((limit) => limit > 0).reduce((a, b) => a + b, 0);
  const lowest = start.points + limits.filter((limit) => limit < 0).reduce((a, b) => a + b, 0);
  const wrong = indicators.filter(({ points, limit }) => !Number.isSafeInteger(points) || points === 0 || limit / points < 1);
  return [
    ...wrong.map(({ indicator }) => `${indicator}: points and limit must be integers of one direction, the limit not below the points`),
    ...vetoes
      .filter(({ ceiling }) => !inside(ceiling, 0, maximum))
      .map(({ indicator }) => `${indicator}: the ceiling lies outside the scale`),
    ...(inside(highest, 0, maximum) ? [] : [`the highest score would be ${highest}, not at most ${maximum}`]),
    ...(inside(lowest, 0, maximum) ? [] : [`the lowest score would be ${lowest}, not at least 0`]),
  ];
}

function nameFaults({ start, indicators, vetoes }: RatingModel): string[] {
  const names = [start, ...indicators, ...vetoes].map(({ indicator }) => indicator);
  return names.filter((name, n) => names.indexOf(name) !== n).map((name) => `${name}: named twice`);
}

function boundFaults({ grades, maximum }: RatingModel): string[] {
  const falls = grades.every(({ from }, n) => inside(from, 0, maximum) && from < (grades[n - 1]?.from ?? Infinity));
  return falls && grades.at(-1)?.from === 0 ? [] : ['the grades must fall from bound to bound, down to 0'];
}
