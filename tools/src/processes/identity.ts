import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process for good: a number alone is given to another process one day, with its start it is not. */
export type ProcessIdentity = { pid: number; startedAt: string };

/** The identity of a running process; undefined when there is none with this number, or only its corpse. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startInTicks(pid) : startByPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether this very process still runs. */
export function lives({ pid, startedAt }: ProcessIdentity): boolean {
  return identityOf(pid)?.startedAt === startedAt;
}

/** Sends `signal` to this very process, waits up to `patience` milliseconds, then kills it. Gives whether it went by itself. */
export async function end(identity: ProcessIdentity, signal: NodeJS.Signals = 'SIGTERM', patience = 10_000): Promise<boolean> {
  send(identity, signal);
  if (await gone(identity, patience)) return true;
  send(identity, 'SIGKILL');
  await gone(identity, 5_000);
  return false;
}

/** Waits until this very process runs no more, looking every so many milliseconds; gives false when it still does after `patience`. */
export async function gone(identity: ProcessIdentity, patience: number, every = 20): Promise<boolean> {
  for (const until = Date.now() + patience; lives(identity); await sleep(every)) {
    if (Date.now() >= until) return false;
  }
  return true;
}

/** Sends a signal to this very process, if it still runs. */
export function send(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!lives(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
  }
}

function startInTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startByPs(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const line = stdout.trim();
  return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
}
