import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '@chengxin/contracts';
import type pg from 'pg';
import { freePorts } from '../../processes/ports.js';
import { run } from '../../processes/spawning.js';
import { NODE_FLAGS, NODE_MEMORY } from '../../start/node-settings.js';
import { connected } from './surroundings.js';

/** A service's database, made and owned as in production, with a connection of the server's superuser; it is left as it is, or dropped. */
export type ServiceDatabase = { url: string; client: pg.Client; leave: () => Promise<void>; drop: () => Promise<void> };

const APPS = path.resolve(import.meta.dirname, '../../../../../apps');
const PATIENCE_MS = 60_000;

const mainOf = (service: Service): string => path.join(APPS, service, 'dist/src/main.js');

/** Makes and migrates a database of this service under a name. Throws with the service's own words when it cannot. */
export async function makeDatabase(service: Service, server: string, name = `bench_${service}_${process.pid}`): Promise<ServiceDatabase> {
  const addressOf = (role: string): string => Object.assign(new URL(server), { pathname: `/${name}`, username: role, password: role }).href;
  const owner = `${service}_owner`;
  const admin = await connected(server);
  for (const role of [owner, service]) {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await admin.query(`create role ${role} login password '${role}'`);
  }
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name} owner ${owner} encoding 'UTF8' locale 'C.UTF-8' template template0`);
  const env = { ...process.env, DATABASE_OWNER_URL: addressOf(owner) };
  const { code, said } = await run(process.execPath, [mainOf(service), 'migrate'], { env });
  if (code !== 0) throw new Error(`the database of ${service} could not be migrated:\n${said}`);
  const client = await connected(Object.assign(new URL(server), { pathname: `/${name}` }).href);
  const leave = async (): Promise<void> => void (await Promise.all([client.end(), admin.end()]));
  const drop = async (): Promise<void> => {
    await client.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { url: addressOf(service), client, leave, drop };
}

/** The database with the credit files of so many enterprises; it is only read, and serves all rounds. */
export const creditFiles = (enterprises: number): string => `bench_credit_file_${enterprises}`;

/** A service of the product as a process of its own, as the launcher runs it. */
export class ServiceProcess {
  private constructor(
    private readonly service: Service,
    private readonly child: ChildProcess,
    /** where it listens */
    readonly url: string,
  ) {}

  /** Starts a service; `ready` waits for it. */
  static async start(service: Service, { env, databaseUrl, more }: StartOptions): Promise<ServiceProcess> {
    const [port = 0] = await freePorts(1);
    const child = spawn(process.execPath, [...NODE_FLAGS, mainOf(service)], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        ...NODE_MEMORY,
        ...env,
        ...more,
        HOST: '127.0.0.1',
        PORT: String(port),
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return new ServiceProcess(service, child, `http://127.0.0.1:${port}`);
  }

  /** Waits until it says that it is ready, or only live. Throws when it ends instead, or takes longer than a minute. */
  async ready(health: 'ready' | 'live' = 'ready'): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(50)) {
      if (this.child.exitCode !== null) throw new Error(`${this.service} ended with ${this.child.exitCode}`);
      const answer = await fetch(`${this.url}/health/${health}`).catch(() => undefined);
      if (answer?.ok) return;
    }
    throw new Error(`${this.service} did not become ready`);
  }

  /** Ends it, and waits until it has ended. */
  async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** What a service is started with: the variables of its surroundings, its database, and further ones of its own. */
export type StartOptions = { env: Record<string, string>; databaseUrl?: string; more?: Record<string, string> };
