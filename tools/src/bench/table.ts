import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './figures.js';
import type { Measure } from './jobs.js';
import type { Machine } from './machine.js';

const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';

const AT_LEAST: readonly Measure[] = ['rate', 'gatewayRate'];
const UNITS: Record<Measure, string> = {
  rate: '/s',
  gatewayRate: '/s',
  p50: ' ms',
  p99: ' ms',
  growth: ' µs a unit',
  peakMegabytes: ' MB',
  totalMegabytes: ' MB',
};
const MICROSECONDS = 1e6;

/** The table of a run as Markdown, with the day, the machine and its load below. */
export function tableOf(figures: readonly Figure[], machine: Machine): string {
  const lines = figures.map((figure) => `| ${cellsOf(figure).join(' | ')} |`);
  return [
    '| | limit | product | ratio (lowest–highest) | floor | goal | |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...lines,
    '',
    `${machine.day}; ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; load ${machine.loadBefore} before, ${machine.loadAfter} after; ` +
      `${machine.versions}. A ratio is product ÷ limit in the same run; the limit is a program of at most 80 lines without project code.`,
  ].join('\n');
}

function cellsOf(figure: Figure): string[] {
  const { row, limit, product, ratio, lowest, highest, verdict } = figure;
  const range = lowest === undefined || highest === undefined ? '' : ` (${short(lowest)}–${short(highest)})`;
  const sign = AT_LEAST.includes(row.measure) ? '≥' : '≤';
  return [
    `${row.title.en} ${row.title.zh}`,
    amount(row.measure, limit),
    amount(row.measure, product),
    ratio === undefined ? '' : `${short(ratio)}${range}`,
    `${sign} ${short(row.floor)}`,
    row.goal === undefined ? '' : `${sign} ${short(row.goal)}`,
    verdict,
  ];
}

function amount(measure: Measure, value: number | undefined): string {
  if (value === undefined) return '';
  const scaled = measure === 'growth' && value < 1 ? value * MICROSECONDS : value;
  return `${scaled < 100 ? short(scaled) : Math.round(scaled).toLocaleString('en')}${UNITS[measure]}`;
}

const short = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3))));

/** Puts a table between the two marks of a file. Throws when it has none. */
export function writeBetweenMarks(file: string, table: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, betweenMarks(text, table));
}

/** The text with a table between its two marks. Throws when it has none. */
export function betweenMarks(text: string, table: string): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`there is no place for the table: ${BEGIN} … ${END}`);
  return `${text.slice(0, from)}${BEGIN}\n\n${table}\n\n${text.slice(to)}`;
}
