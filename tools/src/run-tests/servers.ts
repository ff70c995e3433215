import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Broker, startBroker } from '../kafka/broker.js';
import { kafkaJars } from '../kafka/jars.js';
import { ensureJava } from '../kafka/java.js';
import { type PostgresServer, startPostgres } from '../postgres/server.js';
import { end, identityOf, lives, type ProcessIdentity } from '../processes/identity.js';
import { freePorts } from '../processes/ports.js';

/** The one PostgreSQL (its superuser's address) and the one Kafka of a run, and how to end them. */
export type TestServers = { databaseUrl: string; brokers: string; stop: () => Promise<void> };

type RunRecord = { runner: ProcessIdentity; servers: ProcessIdentity[]; folder: string };

/**
 * Starts both on free ports with their data in a temporary folder, PostgreSQL with these settings; first ends what a killed
 * run left behind.
 */
export async function startServers(
  workspace: string,
  report: (line: string) => void,
  settings: Record<string, string>,
): Promise<TestServers> {
  const cache = path.join(workspace, '.cache');
  await sweep(path.join(cache, 'test-runs'));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-test-'));
  chmodSync(folder, 0o755); // PostgreSQL runs under another account where the tests run as root
  const [postgresPort = 0, kafkaPort = 0, controllerPort = 0] = await freePorts(3);
  const broker = async (): Promise<Broker> => {
    await ensureJava(report);
    const jars = await kafkaJars(path.join(workspace, 'deploy/kafka/pom.xml'), cache);
    return startBroker({
      jars,
      dataDir: path.join(folder, 'kafka'),
      port: kafkaPort,
      controllerPort,
      logFile: path.join(folder, 'kafka.log'),
    });
  };
  const postgres = startPostgres({
    dataDir: path.join(folder, 'postgres'),
    port: postgresPort,
    logFile: path.join(folder, 'postgres.log'),
    settings,
  });
  const kafka = broker();
  const started = await Promise.allSettled([postgres, kafka]);
  const servers = started.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const record = writeRecord(cache, { servers: servers.map(({ identity }) => identity), folder });
  const stop = () => stopAll(servers, folder, record);
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const [{ url }, { address }] = await Promise.all([postgres, kafka]);
  return { databaseUrl: url('postgres'), brokers: address, stop };
}

async function stopAll(servers: (PostgresServer | Broker)[], folder: string, record: string): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
  rmSync(record, { force: true });
}

function writeRecord(cache: string, { servers, folder }: Omit<RunRecord, 'runner'>): string {
  const runs = path.join(cache, 'test-runs');
  mkdirSync(runs, { recursive: true });
  const file = path.join(runs, `${process.pid}.json`);
  writeFileSync(file, JSON.stringify({ runner: identityOf(process.pid), servers, folder }));
  return file;
}

async function sweep(runs: string): Promise<void> {
  const files = existsSync(runs) ? readdirSync(runs).map((name) => path.join(runs, name)) : [];
  for (const file of files) {
    const { runner, servers, folder } = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
    if (lives(runner)) continue;
    await Promise.all(servers.map((server) => end(server, 'SIGINT', 5_000)));
    rmSync(folder, { recursive: true, force: true });
    rmSync(file, { force: true });
  }
}
