import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Service } from '@chengxin/contracts';
import { eventually } from '@chengxin/testing';
import { ended, WORKSPACE } from './commands.js';
import { isReady, type System } from './system.js';

const READY_MS = 120_000;
const STOP_MS = 15_000;

/** A second process of a service of a started system: as an orchestrator would add one, with the environment of the first and a port of its own. */
export class Replica {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  /** Whether a running process can be looked at as `start` needs it: Linux alone shows the environment of another. */
  static readonly possible = process.platform === 'linux';

  /** Starts one beside the process that runs, and waits until it answers that it is ready. Throws when it does not become so; its log lies beside the others. */
  static async start(system: System, service: Service, port: number): Promise<Replica> {
    const { pid } = system.processes.process(service);
    const [command = process.execPath, ...args] = partsOf(pid, 'cmdline');
    const env = Object.fromEntries(partsOf(pid, 'environ').map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
    const log = openSync(path.join(system.dataDir, 'logs', `${service}-${port}.log`), 'a');
    const child = spawn(command, args, { cwd: WORKSPACE, env: { ...env, PORT: String(port) }, stdio: ['ignore', log, log] });
    const replica = new Replica(port, child);
    try {
      await eventually(() => child.exitCode !== null || isReady(port), `the second ${service} to be ready`, READY_MS);
      if (child.exitCode !== null) throw new Error(`the second ${service} ended (exit ${child.exitCode})`);
      return replica;
    } catch (fault) {
      replica.kill();
      throw fault;
    }
  }

  /** Kills it where it stands. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Stops it in an orderly way. */
  stop(): Promise<void> {
    return ended(this.child, STOP_MS);
  }
}

const partsOf = (pid: number, what: 'cmdline' | 'environ'): string[] =>
  readFileSync(`/proc/${pid}/${what}`, 'utf8').split('\0').filter(Boolean);
