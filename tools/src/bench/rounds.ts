import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../processes/spawning.js';
import type { Results } from './figures.js';
import { ENTERPRISES, type Job } from './jobs.js';
import type { Options } from './options.js';
import { type Outcome, outcomeIn } from './outcome.js';

/** Where a job runs: the repository, the variables that name the stores, and a folder for what the programs write. */
export type Ground = {
  workspace: string;
  env: Record<string, string>;
  folder: string;
  report: (line: string) => void;
  stopped: () => boolean;
};

type Side = 'limit' | 'product' | 'inputs';

/** One job's programs, with the variables and the folder that they are given. */
class Programs {
  constructor(
    private readonly job: Job,
    private readonly ground: Ground,
    private readonly size: number,
  ) {}

  /** Runs one of the programs to its end. Throws with its last words when it fails or gives no outcome. */
  async outcome(side: Exclude<Side, 'inputs'>, enterprises: number): Promise<Outcome> {
    return outcomeIn(await this.said(side, enterprises));
  }

  /** Makes what limit and product read. */
  async inputs(enterprises: number): Promise<void> {
    if (this.job.inputs) await this.said('inputs', enterprises);
  }

  private async said(side: Side, enterprises: number): Promise<string> {
    const folder = path.join(this.ground.folder, `${this.job.code}-${enterprises}`);
    mkdirSync(folder, { recursive: true });
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: process.env.LANG,
      NODE_ENV: 'production',
      ...this.ground.env,
      BENCH_SIZE: String(this.size),
      BENCH_ENTERPRISES: String(enterprises),
      BENCH_DIR: folder,
    };
    const args = ['--disable-warning=TimeoutNegativeWarning', programOf(this.ground.workspace, this.job, side)];
    const { code, said } = await run(process.execPath, args, { cwd: this.ground.workspace, env });
    writeFileSync(path.join(folder, `${side}.log`), said);
    if (code !== 0) throw new Error(`${this.job.code}, ${side}, ended with ${code}:\n${said.slice(-2_000)}`);
    return said;
  }
}

/** The limit runs as it is written, without a build; ours are compiled. */
function programOf(workspace: string, { code }: Job, side: Side): string {
  const files = {
    limit: `src/bench/limits/${code}.mjs`,
    product: `dist/src/bench/products/${code}.js`,
    inputs: `dist/src/bench/inputs/${code}.js`,
  };
  const program = path.join(workspace, 'tools', files[side]);
  if (!existsSync(program)) throw new Error(`there is no program ${path.relative(workspace, program)}`);
  return program;
}

/**
 * Lets limit and product of a job do it in turns, after a round that does not count; then the product with ten times the enterprises.
 * What a program dies of ends its job and stands in `faults`.
 */
export async function resultsOf(job: Job, options: Pick<Options, 'size' | 'rounds' | 'growth'>, ground: Ground): Promise<Results> {
  const results: Results = { limit: [], product: [], grown: [], faults: [] };
  const programs = new Programs(job, ground, options.size ?? job.size);
  try {
    await takeTurns(job, options.rounds ?? job.rounds, programs, { ground, results });
    if (options.growth && job.growsBy && !ground.stopped()) await grow(job, programs, ground, results);
  } catch (fault) {
    results.faults.push((fault as Error).message);
    ground.report((fault as Error).message);
  }
  return results;
}

async function takeTurns(job: Job, rounds: number, programs: Programs, { ground, results }: Omit<RoundOptions, 'name'>): Promise<void> {
  ground.report(`${job.code}: making its data`);
  await programs.inputs(ENTERPRISES.usual);
  if (job.warmUp && rounds > 1) await round(job, programs, { name: 'warm-up', ground });
  for (let n = 1; n <= rounds && !ground.stopped(); n++) await round(job, programs, { name: `${n}/${rounds}`, ground, results });
}

async function round(job: Job, programs: Programs, { name, ground, results }: RoundOptions): Promise<void> {
  const limit = job.limit ? await programs.outcome('limit', ENTERPRISES.usual) : undefined;
  if (limit) ground.report(`${job.code} ${name}: limit ${wordsOf(limit)}`);
  const product = await programs.outcome('product', ENTERPRISES.usual);
  ground.report(`${job.code} ${name}: product ${wordsOf(product)}`);
  if (limit) results?.limit.push(limit);
  results?.product.push(product);
}

type RoundOptions = { name: string; ground: Ground; results?: Results };

async function grow(job: Job, programs: Programs, ground: Ground, { grown }: Results): Promise<void> {
  ground.report(`${job.code}: making the data of ${ENTERPRISES.grown.toLocaleString('en')} enterprises`);
  await programs.inputs(ENTERPRISES.grown);
  const outcome = await programs.outcome('product', ENTERPRISES.grown);
  ground.report(`${job.code} with ${ENTERPRISES.grown.toLocaleString('en')} enterprises: ${wordsOf(outcome)}`);
  grown.push(outcome);
}

function wordsOf({ seconds, units, checked, ...extras }: Outcome): string {
  const figures = Object.entries(extras).map(([name, value]) => `, ${name} ${value.toFixed(1)}`);
  return `${seconds.toFixed(2)} s for ${units.toLocaleString('en')}${figures.join('')}${checked ? '' : ', WRONG'}`;
}
