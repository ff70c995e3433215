import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process as the machine lists it: its parent, and its resident memory in KiB. */
export type Listed = { pid: number; ppid: number; residentKb: number };

const KB_PER_MB = 1024;

/** Every process of this machine: from /proc, elsewhere from ps. */
export function listProcesses(): Listed[] {
  if (process.platform === 'linux') return listFromProc();
  return processesFromPs(spawnSync('ps', ['-axo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).stdout);
}

/** Reads the lines of `ps -axo pid=,ppid=,rss=`. */
export function processesFromPs(lines: string): Listed[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, ppid = 0, residentKb = 0]) => ({ pid, ppid, residentKb }));
}

/** What a process with all its children takes, in MB: what its own row shows, and its part in a sum over processes. */
export type Memory = { memoryMb: number; shareMb: number };

/**
 * The memory of a process with all its children. Alone it shows what is resident (RSS), the program of Node included, though
 * every service holds the same; with children, what they share (PostgreSQL's buffers) counts once. Its share counts every page
 * that several processes of the machine hold in equal parts (`sharedOutKb`, asked for each); where that cannot be told,
 * resident memory counts.
 */
export function memoryOf(pid: number, listed: readonly Listed[], sharedOutKb: (pid: number) => number | undefined = proportional): Memory {
  const family = familyOf(pid, listed);
  const share = family.reduce((sum, { pid: member, residentKb }) => sum + (sharedOutKb(member) ?? residentKb), 0);
  const shown = family.length === 1 ? family.reduce((sum, { residentKb }) => sum + residentKb, 0) : share;
  return { memoryMb: Math.round(shown / KB_PER_MB), shareMb: Math.round(share / KB_PER_MB) };
}

/** What processes take together, in MB: shared pages count once, so this is less than the sum of what each shows. */
export function togetherMb(processes: readonly Partial<Memory>[]): number {
  return processes.reduce((sum, { memoryMb = 0, shareMb = memoryMb }) => sum + shareMb, 0);
}

function familyOf(pid: number, listed: readonly Listed[]): Listed[] {
  const family = listed.filter((each) => each.pid === pid);
  for (const { pid: parent } of family) family.push(...listed.filter(({ ppid }) => ppid === parent)); // grows while it is walked
  return family;
}

function listFromProc(): Listed[] {
  return readdirSync('/proc').flatMap((name) => {
    const status = /^\d+$/.test(name) ? readIfThere(`/proc/${name}/status`) : undefined;
    return status === undefined ? [] : [{ pid: Number(name), ppid: figure(status, 'PPid') ?? 0, residentKb: figure(status, 'VmRSS') ?? 0 }];
  });
}

/** The memory of a process with what it shares divided among those that share it (Linux: Pss). */
function proportional(pid: number): number | undefined {
  return figure(readIfThere(`/proc/${pid}/smaps_rollup`) ?? '', 'Pss');
}

function figure(text: string, name: string): number | undefined {
  const found = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A process may end, and its file with it, between being listed and being read. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
