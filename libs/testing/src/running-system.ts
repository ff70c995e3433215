import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A process of a started system, as the launcher recorded it. */
export type RunningProcess = { name: string; pid: number; port: number; startedAt: string; restarts: number };

/** A system that `npm start` runs, seen and disturbed from outside through its data folder. */
export type RunningSystem = {
  /** the processes as recorded now; a service is known by its name, the others are `issuer`, `postgres`, `kafka` */
  processes: () => RunningProcess[];
  /** the process of this name; throws when there is none */
  process: (name: string) => RunningProcess;
  /** sends a signal (SIGKILL, SIGTERM, SIGSTOP, SIGCONT) to the process of this name */
  signal: (name: string, signal: NodeJS.Signals) => void;
  /** keeps the launcher from starting a process again once it ends */
  hold: (name: string) => void;
  /** lets the launcher start it again */
  release: (name: string) => void;
};

/** The system whose launcher was given this DATA_DIR. */
export function runningSystem(dataDir: string): RunningSystem {
  const held = (name: string) => path.join(dataDir, 'held', name);
  const processes = () => JSON.parse(readFileSync(path.join(dataDir, 'processes.json'), 'utf8')) as RunningProcess[];
  const named = (name: string) => {
    const found = processes().find((each) => each.name === name);
    if (!found) throw new Error(`no process ${name} is recorded in ${dataDir}`);
    return found;
  };
  return {
    processes,
    process: named,
    signal: (name, signal) => void process.kill(named(name).pid, signal),
    hold: (name) => {
      mkdirSync(path.dirname(held(name)), { recursive: true });
      writeFileSync(held(name), '');
    },
    release: (name) => rmSync(held(name), { force: true }),
  };
}
