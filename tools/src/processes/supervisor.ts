import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { end, gone, lives, type ProcessIdentity } from './identity.js';
import { endRuns } from './spawning.js';

/** A line of `processes.json`: `identity` tells this process from a later one with the same number. */
export type ProcessEntry = { name: string; pid: number; port: number; startedAt: string; identity: string; restarts: number };

/**
 * What is kept alive: `start` starts it (again) and gives its identity, or gives up when `stopping` is aborted, leaving
 * nothing behind; `signal` ends it; stores go after all services.
 */
export type Kept = {
  name: string;
  port: number;
  start: (stopping: AbortSignal) => Promise<ProcessIdentity>;
  signal?: NodeJS.Signals;
  store?: boolean;
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const PROVEN_AFTER = 10_000;
const LOOK_EVERY = 100;
const STOPPED_IN = 14_000;
const SERVICES_STOP_IN = 10_000;

/**
 * Keeps processes alive: one that dies is reported and started again, at first after half a second, then doubling to
 * thirty; a file `held/<name>` in the data folder keeps it down. All of them stand in `processes.json` there.
 */
export class Supervisor {
  private readonly entries = new Map<string, ProcessEntry>();
  private readonly kept: Kept[] = [];
  private readonly starts = new Set<Promise<unknown>>();
  private readonly stopped = new AbortController();

  constructor(
    private readonly folder: string,
    private readonly report: (line: string) => void,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** Starts a process and keeps it from then on. Throws what its first start throws. */
  async keep(kept: Kept): Promise<void> {
    this.kept.push(kept);
    await this.launch(kept, 0);
    void this.watch(kept);
  }

  /** Ends everything in fifteen seconds: the services side by side, then what they store in; nothing is started any more. */
  async stop(): Promise<void> {
    const until = Date.now() + STOPPED_IN;
    this.stopped.abort();
    endRuns();
    await Promise.allSettled(this.starts);
    const stores = this.kept.filter(({ store }) => store);
    const services = this.kept.filter(({ store }) => !store);
    await this.endAll(services, SERVICES_STOP_IN);
    await this.endAll(stores, until - Date.now());
    this.entries.clear();
    this.save();
  }

  /** How often a kept process had to be started again. */
  restartsOf(name: string): number {
    return this.entries.get(name)?.restarts ?? 0;
  }

  private async endAll(kept: Kept[], patience: number): Promise<void> {
    const ending = kept.map(async ({ name, signal }) => {
      const entry = this.entries.get(name);
      if (entry && !(await end(identity(entry), signal, patience))) this.report(`${name} did not stop by itself and was killed`);
    });
    await Promise.all(ending);
  }

  private get stopping(): boolean {
    return this.stopped.signal.aborted;
  }

  private async launch(kept: Kept, restarts: number): Promise<void> {
    if (this.stopping) return;
    const start = kept.start(this.stopped.signal);
    this.starts.add(start);
    try {
      const { pid, startedAt } = await start;
      const entry = { name: kept.name, pid, port: kept.port, startedAt: new Date().toISOString(), identity: startedAt, restarts };
      this.entries.set(kept.name, entry);
      this.save();
    } finally {
      this.starts.delete(start);
    }
  }

  private async watch(kept: Kept): Promise<void> {
    let wait = FIRST_WAIT;
    for (let since = Date.now(); !this.stopping;) {
      const entry = this.entries.get(kept.name);
      if (!entry || !(await gone(identity(entry), PROVEN_AFTER, LOOK_EVERY))) continue;
      if (this.stopping) return;
      wait = Date.now() - since > PROVEN_AFTER ? FIRST_WAIT : wait;
      await this.restart(kept, entry.restarts + 1, wait);
      since = Date.now();
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  private async restart(kept: Kept, restarts: number, wait: number): Promise<void> {
    const held = path.join(this.folder, 'held', kept.name);
    this.report(`${kept.name} ended unexpectedly; ${existsSync(held) ? 'it is held down' : `starting it again in ${wait / 1000} s`}`);
    await this.pause(wait);
    while (existsSync(held) && !this.stopping) await this.pause(LOOK_EVERY);
    try {
      await this.launch(kept, restarts);
    } catch (fault) {
      if (!this.stopping) this.report(`${kept.name} did not start: ${(fault as Error).message}`);
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    while (!this.stopping && Date.now() < until) await new Promise((over) => setTimeout(over, Math.min(LOOK_EVERY, milliseconds)));
  }

  private save(): void {
    const file = recordOf(this.folder);
    writeFileSync(`${file}.part`, JSON.stringify([...this.entries.values()], undefined, 2));
    renameSync(`${file}.part`, file); // a reader never sees half of it
  }
}

/** What the launcher of a data folder keeps, or kept when it was last seen. */
export function recordedProcesses(folder: string): ProcessEntry[] {
  const file = recordOf(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ProcessEntry[]) : [];
}

/** What an earlier launcher recorded in this data folder and still runs, to be adopted or ended. */
export function leftovers(folder: string): ProcessEntry[] {
  return recordedProcesses(folder).filter((entry) => lives(identity(entry)));
}

/** The process that an entry names. */
export function identity(entry: ProcessEntry): ProcessIdentity {
  return { pid: entry.pid, startedAt: entry.identity };
}

const recordOf = (folder: string) => path.join(folder, 'processes.json');
