import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { identityOf, type ProcessIdentity } from './identity.js';

/** A program that runs until it is ended, with its words in a file; under another account where one is given. */
export type Program = { command: string; args: readonly string[]; env: NodeJS.ProcessEnv; logFile: string; cwd: string; account?: Account };

/** What a run may be given beside its arguments. */
export type RunOptions = { cwd?: string; env?: NodeJS.ProcessEnv; account?: Account };

/** The account that a program runs under; empty for the launcher's own. */
export type Account = { uid?: number; gid?: number };

const LOG_LIMIT = 20_000_000;
const running = new Set<ChildProcess>();

/**
 * Starts a program in a process group of its own (Ctrl-C in the terminal is for the launcher, which ends its children in
 * order), its output appended to its log file; a log over 20 MB is put aside first. Throws when it does not start.
 */
export async function spawnLogged({ command, args, env, logFile, cwd, account }: Program): Promise<ProcessIdentity> {
  mkdirSync(path.dirname(logFile), { recursive: true });
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { ...account, cwd, env, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  child.unref();
  await new Promise((started, failed) => child.once('spawn', started).once('error', failed));
  return (child.pid !== undefined && identityOf(child.pid)) || { pid: child.pid ?? 0, startedAt: 'gone at once' };
}

/** Runs a program to its end and gives its exit code and all it said. `endRuns` ends it early. */
export function run(
  command: string,
  args: readonly string[],
  { account, ...options }: RunOptions = {},
): Promise<{ code: number; said: string }> {
  return new Promise((answer, failed) => {
    let said = '';
    const child = spawn(command, args, { ...account, ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    const listen = (chunk: Buffer) => (said += String(chunk));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', failed);
    child.once('close', (code) => {
      running.delete(child);
      answer({ code: code ?? 1, said });
    });
  });
}

/** Ends every program that `run` still waits for, with its children. */
export function endRuns(): void {
  for (const child of running) {
    if (child.pid === undefined) continue;
    try {
      process.kill(-child.pid, 'SIGTERM'); // its whole group: Maven and apt start programs of their own
    } catch {
      child.kill('SIGTERM');
    }
  }
}
