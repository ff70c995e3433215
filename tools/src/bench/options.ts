import { parseArgs } from 'node:util';
import { type Job, JOBS } from './jobs.js';

/** What the command line asks for: which jobs, how much of each, how often; whether growth is measured and the README written. */
export type Options = { jobs: readonly Job[]; size?: number; rounds?: number; growth: boolean; writeReadme: boolean; output: string };

/** How the bench is called. */
export const USAGE =
  'npm run bench -- [--rows import,outbox-drain] [--size 10000] [--rounds 3] [--no-growth] [--write-readme] [--output .cache/bench]';

const FLAGS = {
  rows: { type: 'string' },
  size: { type: 'string' },
  rounds: { type: 'string' },
  growth: { type: 'boolean', default: true },
  'write-readme': { type: 'boolean', default: false },
  output: { type: 'string', default: '.cache/bench' },
} as const;

/** Reads the arguments; `--rows` takes codes of jobs or of rows, or the last word of one. Throws with what is wrong. */
export function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: FLAGS, allowNegative: true });
  return {
    jobs: values.rows === undefined ? JOBS : jobsOf(values.rows),
    ...(values.size && { size: count('size', values.size) }),
    ...(values.rounds && { rounds: count('rounds', values.rounds) }),
    growth: values.growth,
    writeReadme: values['write-readme'],
    output: values.output,
  };
}

function jobsOf(list: string): Job[] {
  const wanted = list.split(',').filter(Boolean);
  const unknown = wanted.filter((name) => !JOBS.some((job) => isMeant(job, name)));
  if (unknown.length > 0) throw new Error(`there is no row ${unknown.join(', ')}: ${JOBS.map(({ code }) => code).join(', ')}`);
  return JOBS.filter((job) => wanted.some((name) => isMeant(job, name)));
}

const isMeant = ({ code, rows }: Job, name: string): boolean =>
  code === name || code.endsWith(`-${name}`) || rows.some((row) => row.code === name);

function count(flag: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${flag} must be a whole number from 1`);
  return number;
}
