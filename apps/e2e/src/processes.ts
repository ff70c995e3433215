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

/** The processes that were told of a folder by their arguments, on Linux also by their environment, whoever started them. */
export function processesOn(folder: string): { pid: number; command: string }[] {
  const all = existsSync('/proc/self/environ') ? processesOfLinux() : processesByPs();
  return all
    .filter(({ pid, told }) => pid !== process.pid && told.includes(folder) && lives(pid))
    .map(({ pid, command }) => ({ pid, command }));
}

type Told = { pid: number; command: string; told: string };

function processesOfLinux(): Told[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const command = read(`/proc/${pid}/cmdline`).split('\0').join(' ');
      return { pid: Number(pid), command: command.slice(0, 200), told: `${command}${read(`/proc/${pid}/environ`)}` };
    });
}

function processesByPs(): Told[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => ({ pid: Number.parseInt(line, 10), command: line.slice(0, 200), told: line }));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has gone, or is somebody else's
  }
}
