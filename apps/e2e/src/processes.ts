import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Sends a signal to a process, if it is still there. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it is gone already
  }
}

/** Whether a process runs; one that nobody has buried yet does not. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z /.test(read(`/proc/${pid}/stat`));
  } catch {
    return false;
  }
}

/** The processes that a process has started itself and that still run. */
export function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const said = existsSync(file) ? read(file) : spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout;
  return said.split(/\s+/).filter(Boolean).map(Number);
}

/** The processes that were told of a folder, by their arguments or their environment, whoever started them. Only Linux says so. */
export function processesOn(folder: string): { pid: number; command: string }[] {
  if (!existsSync('/proc/self/environ')) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const told = pids.filter((pid) => `${read(`/proc/${pid}/cmdline`)}${read(`/proc/${pid}/environ`)}`.includes(folder));
  return told
    .map(Number)
    .filter(lives)
    .map((pid) => ({ pid, command: read(`/proc/${pid}/cmdline`).split('\0').join(' ').slice(0, 200) }));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has gone, or is somebody else's
  }
}
