import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, lives, type ProcessIdentity } from '../processes/identity.js';
import { accepts } from '../processes/ports.js';
import { run, spawnLogged } from '../processes/spawning.js';
import { type KafkaUser, serverProperties } from './properties.js';

/**
 * What starts a broker: the folders of its jars and data, its ports, its log file. With `users` (the first is the
 * administrator) clients sign in by SASL/SCRAM; users are made once, when the data are. Aborting `stopping` gives a start up.
 */
export type BrokerOptions = {
  jars: string;
  dataDir: string;
  port: number;
  controllerPort: number;
  logFile: string;
  users?: [KafkaUser, ...KafkaUser[]];
  stopping?: AbortSignal;
};

/** A running broker. `adopted` when an earlier launcher had left it running. */
export type Broker = { address: string; identity: ProcessIdentity; adopted: boolean; stop: () => Promise<void> };

const PATIENCE = 90_000;

const JVM = [
  '-Xms128m',
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-Djava.awt.headless=true',
  '-Dorg.apache.logging.log4j.level=WARN',
];

/**
 * Starts a real Kafka node (KRaft) on 127.0.0.1 and waits until it accepts connections, or adopts the one that already
 * serves these data. Throws when the port is someone else's, or with the end of the log when it does not start.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const left = await leftRunning(options);
  if (left) return running(left, options.port, true);
  for (const port of [options.port, options.controllerPort]) {
    if (await accepts(port)) throw new Error(`port ${port} is taken by another process`);
  }
  await format(options);
  const identity = await launch(options);
  await listening(identity, options);
  return running(identity, options.port, false);
}

function running(identity: ProcessIdentity, port: number, adopted: boolean): Broker {
  return {
    address: `127.0.0.1:${port}`,
    identity,
    adopted,
    stop: async () => {
      await end(identity);
    },
  };
}

const recordOf = (options: BrokerOptions) => path.join(options.dataDir, 'broker.json');
const propertiesOf = (options: BrokerOptions) => path.join(options.dataDir, 'server.properties');

/** The broker that a killed launcher left behind, if it still serves these data on this port; on another port it is ended. */
async function leftRunning(options: BrokerOptions): Promise<ProcessIdentity | undefined> {
  if (!existsSync(recordOf(options))) return undefined;
  const left = JSON.parse(readFileSync(recordOf(options), 'utf8')) as ProcessIdentity & { port: number };
  if (!lives(left)) return undefined;
  if (left.port === options.port && (await accepts(left.port))) return { pid: left.pid, startedAt: left.startedAt };
  await end(left);
  return undefined;
}

async function format(options: BrokerOptions): Promise<void> {
  const { dataDir, port, controllerPort, users = [] } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const admin = users[0];
  writeFileSync(
    propertiesOf(options),
    serverProperties({ dataDir: path.join(dataDir, 'log'), port, controllerPort, ...(admin && { admin }) }),
    { mode: 0o600 },
  );
  const mark = path.join(dataDir, 'formatted');
  if (existsSync(mark)) return;
  rmSync(path.join(dataDir, 'log'), { recursive: true, force: true }); // what an interrupted format leaves is not whole
  const scram = users.flatMap(({ name, password }) => ['--add-scram', `SCRAM-SHA-512=[name=${name},password=${password}]`]);
  const cluster = `C${randomBytes(16).toString('base64url').slice(1)}`; // must not begin with a hyphen
  const args = ['format', '--standalone', '--ignore-formatted', '-t', cluster, '-c', propertiesOf(options), ...scram];
  const { code, said } = await run('java', [...JVM, '-cp', path.join(options.jars, '*'), 'kafka.tools.StorageTool', ...args]);
  if (code !== 0) throw new Error(`Kafka could not make its data (${code}): ${said}`);
  writeFileSync(mark, cluster);
}

async function launch(options: BrokerOptions): Promise<ProcessIdentity> {
  const args = [...JVM, '-cp', path.join(options.jars, '*'), 'kafka.Kafka', propertiesOf(options)];
  const identity = await spawnLogged({ command: 'java', args, env: process.env, logFile: options.logFile, cwd: options.dataDir });
  writeFileSync(recordOf(options), JSON.stringify({ ...identity, port: options.port }));
  return identity;
}

async function listening(identity: ProcessIdentity, { port, logFile, stopping }: BrokerOptions): Promise<void> {
  for (const until = Date.now() + PATIENCE; Date.now() < until && !stopping?.aborted; await sleep(50)) {
    if (await accepts(port)) return;
    if (!lives(identity)) break;
  }
  await end(identity, 'SIGKILL');
  throw new Error(`Kafka did not start: ${readFileSync(logFile, 'utf8').slice(-2000).trim()}`);
}
