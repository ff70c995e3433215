import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endRuns } from '../processes/spawning.js';
import { startServers, type TestServers } from '../run-tests/servers.js';
import { type Figure, figureOf, type Results } from './figures.js';
import { loadNow, type Machine, machineOf } from './machine.js';
import { type Options, optionsFrom, USAGE } from './options.js';
import { type Ground, resultsOf } from './rounds.js';
import { tableOf, writeBetweenMarks } from './table.js';

const workspace = path.resolve(import.meta.dirname, '../../../..');
const stopped = new AbortController();

/** On the disk as in production, and with the time of each commit kept, by which latencies are measured. */
const SETTINGS = { synchronous_commit: 'on', track_commit_timestamp: 'on' };

/**
 * `npm run bench`: every job by its limit program and by the product, in turns, on one PostgreSQL and one Kafka of its own. Prints the
 * table; the JSON beside it has the raw outcomes. Gives 1 when a result was wrong or a floor missed.
 */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsFrom(args);
  const loadBefore = loadNow();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-bench-'));
  chmodSync(folder, 0o755); // a PostgreSQL that runs under another account where this runs as root
  const started = Date.now();
  const report = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  let servers: TestServers | undefined;
  try {
    report('starting PostgreSQL and Kafka');
    servers = await startServers(workspace, report, SETTINGS);
    const { databaseUrl, brokers } = servers;
    const env = { BENCH_DATABASE_URL: databaseUrl, BENCH_KAFKA_BROKERS: brokers };
    const done = await measured(options, { workspace, env, folder, report, stopped: () => stopped.signal.aborted });
    return written(done, options, await machineOf(workspace, databaseUrl, loadBefore));
  } finally {
    await servers?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Done = { job: string; results: Results; figures: Figure[] };

async function measured(options: Options, ground: Ground): Promise<Done[]> {
  const done: Done[] = [];
  for (const job of options.jobs) {
    if (stopped.signal.aborted) break;
    const results = await resultsOf(job, options, ground);
    done.push({ job: job.code, results, figures: job.rows.map((row) => figureOf(row, job, results)) });
  }
  return done;
}

function written(done: readonly Done[], options: Options, machine: Machine): number {
  const figures = done.flatMap((job) => job.figures);
  const table = tableOf(figures, machine);
  const output = path.resolve(workspace, options.output);
  const rows = figures.map(({ row, limit, product, ratio, lowest, highest, checked, verdict }) => ({
    ...{
      row: row.code,
      limit,
      product,
      ratio,
      lowest,
      highest,
      checked,
      verdict,
      floor: row.floor,
      goal: row.goal,
      compared: row.compared,
    },
  }));
  const raw = Object.fromEntries(done.map(({ job, results }) => [job, results]));
  mkdirSync(output, { recursive: true });
  writeFileSync(path.join(output, 'bench.json'), `${JSON.stringify({ machine, rows, raw }, undefined, 2)}\n`);
  writeFileSync(path.join(output, 'bench.md'), `${table}\n`);
  if (options.writeReadme) writeBetweenMarks(path.join(workspace, 'README.md'), table);
  console.log(`\n${table}\n\n${path.relative(workspace, output)}/bench.json holds every round.`);
  return figures.some(({ verdict }) => verdict === 'missed' || verdict === 'wrong') ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped.abort();
    endRuns();
  });
}

process.exitCode = await main(process.argv.slice(2)).catch((fault: Error) => {
  console.error(`${fault.message}\n${USAGE}`);
  return 1;
});
