import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, identityOf, lives, type ProcessIdentity } from '../processes/identity.js';
import { accepts } from '../processes/ports.js';
import { type Account, run, spawnLogged } from '../processes/spawning.js';
import { mayEnter, serverAccount } from './account.js';
import { binariesFor } from './binaries.js';

/** The superuser of the embedded server. */
export const SUPERUSER = 'app';

/**
 * What starts an embedded server: where its data lies, its port, its log file, further settings of postgresql.conf, and
 * the superuser's password, given when the data are made; without one every local user may enter (tests). Aborting
 * `stopping` gives a start up.
 */
export type ServerOptions = {
  dataDir: string;
  port: number;
  logFile: string;
  settings?: Record<string, string>;
  password?: string;
  stopping?: AbortSignal;
};

/** A running embedded server. `adopted` when an earlier launcher had left it running. */
export type PostgresServer = { url: (database: string) => string; identity: ProcessIdentity; adopted: boolean; stop: () => Promise<void> };

const READY = 'ready to accept connections';
const PATIENCE = 60_000;

const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', shared_buffers: '256MB' };

/**
 * Starts a real PostgreSQL on 127.0.0.1 (first making its data), or adopts the one that already serves these data.
 * Works as root and below closed folders. Throws when the port is someone else's, or with the end of the log when it does not start.
 */
export async function startPostgres(options: ServerOptions): Promise<PostgresServer> {
  const account = serverAccount();
  const dataDir = enterable(options.dataDir, account);
  const left = await leftRunning(dataDir, options.port);
  if (left) return running(left, options, true);
  if (await accepts(options.port)) throw new Error(`port ${options.port} is taken by another process`);
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) await initialise(dataDir, account, options.password);
  return running(await launch({ ...options, dataDir }, account), options, false);
}

function running(identity: ProcessIdentity, { port, password }: ServerOptions, adopted: boolean): PostgresServer {
  const login = password ? `${SUPERUSER}:${encodeURIComponent(password)}` : SUPERUSER;
  return {
    url: (database) => `postgres://${login}@127.0.0.1:${port}/${database}`,
    identity,
    adopted,
    stop: async () => {
      await end(identity, 'SIGINT'); // "fast": ends sessions, checkpoints, goes
    },
  };
}

function enterable(dataDir: string, account: Account): string {
  const wanted = path.resolve(dataDir);
  if (mayEnter(account, path.dirname(wanted))) return wanted;
  return path.join('/var/tmp', `chengxin-postgres${wanted.replace(/[^A-Za-z0-9]+/g, '-')}`);
}

/** The server that a killed launcher left behind, if it still serves these data on this port. */
async function leftRunning(dataDir: string, port: number): Promise<ProcessIdentity | undefined> {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , itsPort] = readFileSync(file, 'utf8').split('\n');
  const identity = identityOf(Number(pid));
  return identity && Number(itsPort) === port && (await accepts(port)) ? identity : undefined;
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

/** Makes the data under another name first: what an interrupted initdb leaves looks whole. */
async function initialise(dataDir: string, account: Account, password?: string): Promise<void> {
  const part = `${dataDir}.part`;
  const secret = `${dataDir}.password`;
  mkdirSync(path.dirname(dataDir), { recursive: true });
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 }); // not recursive: that would close the parents too
  if (password) writeFileSync(secret, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const made of password ? [part, secret] : [part]) chownSync(made, account.uid, account.gid);
  }
  const entry = password ? ['-A', 'scram-sha-256', '--pwfile', secret] : ['-A', 'trust'];
  const args = ['-D', part, '-U', SUPERUSER, ...entry, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'];
  const { code, said } = await run(path.join(binariesFor(account), 'initdb'), args, { account, env: environment(), cwd: '/' });
  rmSync(secret, { force: true });
  if (code !== 0) throw new Error(`initdb failed (${code}): ${said}`);
  renameSync(part, dataDir);
}

async function launch(options: ServerOptions, account: Account): Promise<ProcessIdentity> {
  for (let attempt = 1; ; attempt++) {
    const from = existsSync(options.logFile) ? statSync(options.logFile).size : 0;
    const identity = await spawnServer(options, account);
    const said = await firstWords(identity, options, from);
    if (said.includes(READY)) return identity;
    await end(identity, 'SIGKILL');
    const passes = /still in use|lock file|shared memory/i.test(said) && !options.stopping?.aborted;
    if (attempt === 6 || !passes) throw new Error(`PostgreSQL did not start: ${said.slice(-2000).trim()}`);
    await sleep(500); // after a kill its children need a moment to let go of the shared memory
  }
}

function spawnServer({ dataDir, port, logFile, settings }: ServerOptions, account: Account): Promise<ProcessIdentity> {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', dataDir, '-p', String(port), ...flags];
  return spawnLogged({ command: path.join(binariesFor(account), 'postgres'), args, env: environment(), logFile, cwd: '/', account });
}

async function firstWords(identity: ProcessIdentity, { logFile, stopping }: ServerOptions, from: number): Promise<string> {
  const said = () => {
    const log = readFileSync(logFile);
    return log.subarray(from > log.length ? 0 : from).toString('utf8'); // a long log was put aside
  };
  for (const until = Date.now() + PATIENCE; Date.now() < until && !stopping?.aborted; await sleep(20)) {
    if (said().includes(READY) || !lives(identity)) break;
  }
  return said();
}
