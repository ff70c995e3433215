import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
 * the superuser's password, given when the data are made; without one every local user may enter (tests).
 */
export type ServerOptions = { dataDir: string; port: number; logFile: string; settings?: Record<string, string>; password?: string };

/** A running embedded server. `adopted` when an earlier launcher had left it running. */
export type PostgresServer = { url: (database: string) => string; identity: ProcessIdentity; adopted: boolean; stop: () => Promise<void> };

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

async function initialise(dataDir: string, account: Account, password?: string): Promise<void> {
  mkdirSync(path.dirname(dataDir), { recursive: true });
  rmSync(dataDir, { recursive: true, force: true }); // what an interrupted initdb left has no PG_VERSION
  mkdirSync(dataDir, { mode: 0o700 }); // not recursive: that would close the parents too
  const secret = `${dataDir}.password`;
  if (password) writeFileSync(secret, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const made of password ? [dataDir, secret] : [dataDir]) chownSync(made, account.uid, account.gid);
  }
  const entry = password ? ['-A', 'scram-sha-256', '--pwfile', secret] : ['-A', 'trust'];
  const args = ['-D', dataDir, '-U', SUPERUSER, ...entry, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'];
  const { code, said } = await run(path.join(binariesFor(account), 'initdb'), args, { account, env: environment(), cwd: '/' });
  rmSync(secret, { force: true });
  if (code !== 0) throw new Error(`initdb failed (${code}): ${said}`);
}

async function launch(options: ServerOptions, account: Account): Promise<ProcessIdentity> {
  for (let attempt = 1; ; attempt++) {
    const from = existsSync(options.logFile) ? statSync(options.logFile).size : 0;
    const identity = await spawnServer(options, account);
    const said = await firstWords(identity, options.logFile, from);
    if (said.includes('ready to accept connections')) return identity;
    await end(identity, 'SIGKILL');
    if (attempt === 6 || !/still in use|lock file|shared memory/i.test(said))
      throw new Error(`PostgreSQL did not start: ${said.slice(-2000).trim()}`);
    await sleep(500); // after a kill its children need a moment to let go of the shared memory
  }
}

function spawnServer({ dataDir, port, logFile, settings }: ServerOptions, account: Account): Promise<ProcessIdentity> {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', dataDir, '-p', String(port), ...flags];
  return spawnLogged({ command: path.join(binariesFor(account), 'postgres'), args, env: environment(), logFile, cwd: '/', account });
}

async function firstWords(identity: ProcessIdentity, logFile: string, from: number): Promise<string> {
  let said = '';
  for (let waited = 0; waited < 30_000; waited += 20) {
    said = readFileSync(logFile).subarray(from).toString('utf8');
    if (said.includes('ready to accept connections') || !lives(identity)) break;
    await sleep(20);
  }
  return said;
}
