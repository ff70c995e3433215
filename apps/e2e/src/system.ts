import { type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Service } from '@chengxin/contracts';
import {
  eventually,
  PERSONAS,
  type RunningProcess,
  type RunningSystem,
  runningSystem,
  testKafka,
  type TokenHolder,
} from '@chengxin/testing';
import { importJWK, type JWK, SignJWT } from 'jose';
import pg from 'pg';
import { command, ended, launch } from './commands.js';
import { GatewayClient } from './gateway.js';
import { freeBase } from './ports.js';
import { childrenOf, processesOn, send } from './processes.js';

/** Passwords of the demonstration that a spec needs to look behind the gateway. */
type Secrets = { superuser: string; kafka: Record<string, string>; keys: [JWK & { kid: string }] };

const START_PATIENCE = 240_000;
const STOP_PATIENCE = 25_000;
const POSTGRES = 352;
const KAFKA = 412;
const ISSUER = 9;

/** A whole platform that runs for a spec: with ports and a data folder of its own and the fictional city of 200. */
export class System {
  /** As its users see it. */
  readonly gateway: GatewayClient;
  /** Its processes, seen and disturbed from outside. */
  readonly processes: RunningSystem;

  private constructor(
    /** Where it runs and keeps its data, for commands that are to find it. */
    readonly env: NodeJS.ProcessEnv,
    private readonly base: number,
    /** The folder with all that it keeps: logs, uploads, the files of its stores. */
    readonly dataDir: string,
    private readonly launcher: ChildProcess,
  ) {
    this.processes = runningSystem(dataDir);
    this.gateway = new GatewayClient(`http://127.0.0.1:${base}`, (user) => this.token(user));
  }

  /** Starts one and waits until it is ready; its log is of warnings, unless another level is named. Throws with what the launcher said when it does not become so. */
  static async start(logLevel = 'warn'): Promise<System> {
    const base = await freeBase();
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'chengxin-e2e-'));
    chmodSync(dataDir, 0o755); // PostgreSQL runs under another account where the tests run as root
    const { PATH, HOME, LANG } = process.env;
    const own = { PORT: String(base), DATA_DIR: dataDir, CHENGXIN_CITY: '200', CHENGXIN_PARENT: String(process.pid), LOG_LEVEL: logLevel };
    const env = { PATH, HOME, LANG, ...own };
    try {
      return new System(env, base, dataDir, await launch(env, START_PATIENCE));
    } catch (fault) {
      await clear(dataDir);
      throw fault;
    }
  }

  /** What `npm run chengxin -- … --json` answers, also when it ends with a failure. Throws when that is no JSON. */
  async cli<T>(...args: string[]): Promise<T> {
    const { code, stdout, stderr } = await command(['chengxin', ...args, '--json'], this.env);
    try {
      return JSON.parse(stdout) as T;
    } catch {
      throw new Error(`chengxin ${args.join(' ')} ended with ${code}: ${stderr || stdout}`);
    }
  }

  /** Asks a database of the system as the superuser of its server. */
  async query<T>(database: Service, sql: string, values: unknown[] = []): Promise<T[]> {
    const client = await this.session(database);
    try {
      return (await client.query(sql, values)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** A session of the superuser; whoever asks for it ends it. */
  async session(database: Service): Promise<pg.Client> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: this.base + POSTGRES,
      user: 'app',
      password: this.secrets().superuser,
      database,
      connectionTimeoutMillis: 5_000,
    });
    await client.connect();
    return client;
  }

  /** A token of the demonstration's issuer for a person whom the demonstration does not have, as its `Authorization` header. */
  async authorizationOf(holder: TokenHolder & { subject: string }): Promise<string> {
    return `Bearer ${await this.signed(holder)}`;
  }

  private async signed({ subject, ...claims }: TokenHolder & { subject: string }): Promise<string> {
    const [key] = this.secrets().keys;
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: key.kid })
      .setSubject(subject)
      .setIssuer(`http://127.0.0.1:${this.base + ISSUER}`)
      .setAudience('chengxin')
      .setExpirationTime('1h');
    return token.sign(await importJWK(key, 'ES256'));
  }

  /** A client of the broker, signed in as one of its users: a service, or the operator. */
  kafka(user: string): ReturnType<typeof testKafka> {
    const password = this.secrets().kafka[user];
    if (!password) throw new Error(`the broker has no user ${user}`);
    return testKafka(`127.0.0.1:${this.base + KAFKA}`, { username: user, password });
  }

  /** Kills a process and gives it as it was. */
  kill(name: string): RunningProcess {
    const killed = this.processes.process(name);
    process.kill(killed.pid, 'SIGKILL');
    return killed;
  }

  /** Waits until another process runs in its place and answers that it is ready. */
  async isBack(killed: RunningProcess, patience = 90_000): Promise<void> {
    const { name, pid, port } = killed;
    const again = () => this.processes.process(name).pid !== pid;
    await eventually(again, `${name} to be started again`, patience);
    if (name === 'postgres' || name === 'kafka') return;
    await eventually(() => isReady(port), `${name} to be ready again`, patience);
  }

  /** Stops a process where it is, with all that it started, until `thaw`. */
  freeze(name: string): void {
    const { pid } = this.processes.process(name);
    send(pid, 'SIGSTOP'); // first, so that it starts no more
    for (const child of childrenOf(pid)) send(child, 'SIGSTOP');
  }

  /** Lets a process go on where it was stopped. */
  thaw(name: string): void {
    const { pid } = this.processes.process(name);
    for (const each of [...childrenOf(pid), pid]) send(each, 'SIGCONT');
  }

  /** Stops everything in an orderly way, whatever state it is in. Gives what had to be killed: nothing, when all is well. */
  async stop(): Promise<string[]> {
    for (const { name } of this.processes.processes()) {
      this.thaw(name);
      this.processes.release(name);
    }
    await ended(this.launcher, STOP_PATIENCE);
    return clear(this.dataDir);
  }

  /** What `npm run token` gives, without two processes for each of many users. Throws for a user whom the demonstration does not have. */
  private token(user: string): Promise<string> {
    const persona = PERSONAS.find((one) => one.user === user);
    if (!persona) throw new RangeError(`the demonstration has no user ${user}`);
    const { name, role, unit, areas, enterprises } = persona;
    return this.signed({ subject: user, name, role, areas: [...areas], enterprises: [...enterprises], ...(unit && { unit }) });
  }

  private secrets(): Secrets {
    return JSON.parse(readFileSync(path.join(this.dataDir, 'demonstration.json'), 'utf8')) as Secrets;
  }
}

/** Whether a service answers on a port that it is ready. Throws while nobody answers there. */
export async function isReady(port: number): Promise<boolean> {
  const { ok } = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) });
  return ok;
}

/** Kills what still runs on a data folder, and removes it; CHENGXIN_KEEP leaves the folder for whoever looks for a fault. Gives what was killed. */
async function clear(dataDir: string): Promise<string[]> {
  const left = processesOn(dataDir);
  for (const { pid } of left) send(pid, 'SIGKILL');
  await eventually(() => processesOn(dataDir).length === 0, 'every process to be gone', 5_000);
  if (process.env.CHENGXIN_KEEP) process.stderr.write(`kept ${dataDir}\n`);
  else rmSync(dataDir, { recursive: true, force: true });
  return left.map(({ command: text }) => text);
}
