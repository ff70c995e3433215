import type { Job, Measure, Row } from './jobs.js';
import type { Outcome } from './outcome.js';

/** What the programs of a job gave, round by round; `grown` is the product with ten times the enterprises. */
export type Results = { limit: Outcome[]; product: Outcome[]; grown: Outcome[]; faults: string[] };

/** A row as it came out: `ratio` is the median over the rounds, zero where the product's result was wrong; undefined where not measured. */
export type Figure = {
  row: Row;
  limit?: number;
  product?: number;
  ratio?: number;
  lowest?: number;
  highest?: number;
  checked: boolean;
  verdict: 'goal' | 'met' | 'missed' | 'wrong' | 'not measured';
};

const rate = ({ units, seconds }: Outcome): number => units / seconds;

const READ: Record<Exclude<Measure, 'growth'>, (outcome: Outcome) => number | undefined> = {
  rate,
  gatewayRate: ({ gatewayRate }) => gatewayRate,
  p50: ({ p50 }) => p50,
  p99: ({ p99 }) => p99,
  peakMegabytes: ({ peakMegabytes }) => peakMegabytes,
  totalMegabytes: ({ totalMegabytes }) => totalMegabytes,
};

const isHigherBetter = (measure: Measure): boolean => measure === 'rate' || measure === 'gatewayRate';
const isAbsolute = (measure: Measure): boolean => measure === 'peakMegabytes' || measure === 'totalMegabytes';

/** The median of at least one number. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low = NaN, high = NaN] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

/** The figure of a row from what its job's programs gave. */
export function figureOf(row: Row, job: Job, results: Results): Figure {
  const checked = results.faults.length === 0 && [...results.limit, ...results.product, ...results.grown].every((each) => each.checked);
  const { limits, products, ratios } = row.measure === 'growth' ? growth(job, results) : compared(row.measure, results);
  if (ratios.length === 0) return { row, checked, verdict: results.faults.length > 0 ? 'wrong' : 'not measured' };
  const ratio = median(ratios);
  return {
    row,
    ...(limits.length > 0 && { limit: median(limits) }),
    product: median(products),
    ratio: checked ? ratio : 0,
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    checked,
    verdict: checked ? verdictOf(row, ratio) : 'wrong',
  };
}

type Sides = { limits: number[]; products: number[]; ratios: number[] };

function compared(measure: Exclude<Measure, 'growth'>, { limit, product }: Results): Sides {
  const products = numbers(product.map(READ[measure]));
  if (isAbsolute(measure)) return { limits: [], products, ratios: products };
  const limits = numbers(limit.map(READ[measure === 'gatewayRate' ? 'rate' : measure]));
  return { limits, products, ratios: quotients(products, limits) };
}

/** Rounds of one number of enterprises follow those of the other: only their medians can be compared. */
function growth({ growsBy }: Job, { product, grown }: Results): Sides {
  const costOf = (outcome: Outcome): number | undefined => (growsBy === 'p50' ? outcome.p50 : outcome.seconds / outcome.units);
  const [limits, products] = [numbers(product.map(costOf)), numbers(grown.map(costOf))];
  return { limits, products, ratios: limits.length > 0 ? products.map((cost) => cost / median(limits)) : [] };
}

const numbers = (values: readonly (number | undefined)[]): number[] => values.filter((value) => value !== undefined);

const quotients = (above: readonly number[], below: readonly number[]): number[] =>
  above.flatMap((value, n) => (below[n] === undefined ? [] : [value / below[n]]));

function verdictOf({ measure, floor, goal }: Row, ratio: number): Figure['verdict'] {
  const reaches = (mark: number) => (isHigherBetter(measure) ? ratio >= mark : ratio <= mark);
  if (!reaches(floor)) return 'missed';
  return goal !== undefined && reaches(goal) ? 'goal' : 'met';
}
