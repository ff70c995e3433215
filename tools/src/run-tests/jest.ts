import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../processes/spawning.js';

/** What jest counted; a spec file that could not run counts as one failure. `code` is its exit code. */
export type JestOutcome = { name: string; passed: number; failed: number; code: number };

/** What a run of jest is made of: its projects, the filters of the command line, its environment and further flags. */
export type JestRun = { projects: string[]; filters: readonly string[]; env: NodeJS.ProcessEnv; flags?: string[] };

/** A test on a busy machine is slow, not wrong. */
const PATIENCE = '30000';

const nodeFlags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
const jestBin = (workspace: string) => path.join(workspace, 'node_modules/jest/bin/jest.js');

/** The spec files that these projects and filters select. */
export async function listSpecs(workspace: string, projects: string[], filters: readonly string[]): Promise<string[]> {
  const args = [...nodeFlags, jestBin(workspace), ...filters, '--listTests', '--passWithNoTests', '--selectProjects', ...projects];
  const { said } = await run(process.execPath, args, { cwd: workspace, env: process.env });
  return said.split('\n').filter((line) => line.startsWith(workspace));
}

/** Runs jest with its output on the terminal and gives its counts. Stops when `signal` does. */
export async function runJest(
  workspace: string,
  { projects, filters, env, flags = [] }: JestRun,
  signal: AbortSignal,
): Promise<JestOutcome> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-jest-'));
  const results = path.join(folder, 'results.json');
  const report = ['--json', '--outputFile', results, '--passWithNoTests', '--testTimeout', PATIENCE];
  const args = [...nodeFlags, jestBin(workspace), ...filters, ...report, ...flags, '--selectProjects', ...projects];
  const code = await onTerminal(workspace, args, env, signal);
  const counts = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Record<string, number>) : {};
  rmSync(folder, { recursive: true, force: true });
  const failed = (counts.numFailedTests ?? 0) + (counts.numRuntimeErrorTestSuites ?? 0);
  return { name: projects.join(' and '), passed: counts.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(failed, 1), code };
}

function onTerminal(cwd: string, args: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  return new Promise((answer, failed) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] }); // jest reports on stderr, stdout is the JSON
    signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.once('error', failed);
    child.once('close', (code) => answer(code ?? 1));
  });
}
