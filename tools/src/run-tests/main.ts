import path from 'node:path';
import { endRuns } from '../processes/spawning.js';
import { type CheckOutcome, staticChecks } from './checks.js';
import { type JestOutcome, listSpecs, runJest } from './jest.js';
import { startServers, type TestServers } from './servers.js';

const workspace = path.resolve(import.meta.dirname, '../../../..');
const stopped = new AbortController();

/** Nothing of it outlives the run. */
const SETTINGS = { fsync: 'off', max_connections: '400' };

/**
 * `npm test`: static checks, then every spec against one PostgreSQL and one Kafka; with arguments only the specs they
 * select. Prints the summary last and gives the exit code: 0 only when everything passed.
 */
async function main(filters: string[]): Promise<number> {
  const started = Date.now();
  const checks = filters.length === 0 ? await reportedChecks() : [];
  const tests = stopped.signal.aborted ? [] : await reportedTests(filters);
  const counts = summary(checks, tests);
  console.log(`in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (stopped.signal.aborted) console.log('stopped before the end');
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed > 0 || counts.passed === 0 || stopped.signal.aborted ? 1 : 0;
}

/** Prints a line for each check and each run of jest, and adds up; a failed check counts like a failed test. */
function summary(checks: CheckOutcome[], tests: JestOutcome[]): { passed: number; failed: number } {
  const word = (fine: boolean) => (fine ? 'passed' : 'FAILED');
  console.log('');
  for (const { name, passed, seconds } of checks) console.log(`${word(passed)}  ${name} (${seconds.toFixed(0)} s)`);
  for (const { name, code, passed, failed } of tests) console.log(`${word(code === 0)}  ${name}: ${passed} passed, ${failed} failed`);
  const failedChecks = checks.filter((outcome) => !outcome.passed).length;
  return {
    passed: tests.reduce((sum, outcome) => sum + outcome.passed, 0),
    failed: tests.reduce((sum, outcome) => sum + outcome.failed, failedChecks),
  };
}

async function reportedChecks(): Promise<CheckOutcome[]> {
  console.log('checking lint, boundaries, types and form');
  const checks = await staticChecks(workspace);
  for (const { name, passed, said } of checks) if (!passed) console.log(`\n${name}:\n${said}`);
  return checks;
}

async function reportedTests(filters: string[]): Promise<JestOutcome[]> {
  const needServers = await listSpecs(workspace, ['integration', 'flow'], filters);
  let servers: TestServers | undefined;
  try {
    if (needServers.length > 0) {
      console.log('starting PostgreSQL and Kafka');
      servers = await startServers(workspace, (line) => console.log(line), SETTINGS);
    }
    const env = { ...process.env, ...(servers && { TEST_DATABASE_URL: servers.databaseUrl, TEST_KAFKA_BROKERS: servers.brokers }) };
    const specs = await runJest(workspace, { projects: ['unit', 'integration'], filters, env }, stopped.signal);
    if (stopped.signal.aborted || !needServers.some((file) => file.includes('.e2e-spec.'))) return [specs];
    // One system at a time: a flow starts whole systems and measures what happens within seconds.
    const flows = await runJest(workspace, { projects: ['flow'], filters, env, flags: ['--runInBand'] }, stopped.signal);
    return [specs, flows];
  } finally {
    await servers?.stop();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped.abort();
    endRuns();
  });
}

process.exitCode = await main(process.argv.slice(2));
