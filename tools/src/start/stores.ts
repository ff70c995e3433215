import path from 'node:path';
import { SERVICES } from '@chengxin/contracts';
import { startBroker } from '../kafka/broker.js';
import { kafkaJars } from '../kafka/jars.js';
import { ensureJava } from '../kafka/java.js';
import { startPostgres } from '../postgres/server.js';
import { type Supervisor } from '../processes/supervisor.js';
import { type Demonstration, KAFKA_ADMIN, KAFKA_OPERATOR } from './demonstration.js';
import { logFileOf } from './processes.js';
import { type Settings, WORKSPACE } from './settings.js';

type Report = (line: string) => void;

/** Starts the embedded PostgreSQL and keeps it, unless DATABASE_URL names another. Gives the address of the login that makes databases. */
export async function startDatabaseServer(settings: Settings, { superuser }: Demonstration, supervisor: Supervisor): Promise<string> {
  if (settings.databaseUrl) return settings.databaseUrl;
  const port = settings.ports.postgres;
  const options = {
    dataDir: path.join(settings.dataDir, 'postgres-18'),
    port,
    logFile: logFileOf(settings, 'postgres'),
    password: superuser,
  };
  let url = '';
  const start = async (stopping: AbortSignal) => {
    const server = await startPostgres({ ...options, stopping });
    url = server.url('postgres');
    return server.identity;
  };
  await supervisor.keep({ name: 'postgres', port, start, signal: 'SIGINT', store: true });
  return url;
}

/** Starts the embedded Kafka and keeps it, unless KAFKA_BROKERS names others: Java and the jars first. Gives the brokers' addresses. */
export async function startKafka(
  settings: Settings,
  demonstration: Demonstration,
  supervisor: Supervisor,
  report: Report,
): Promise<string> {
  if (settings.kafka) return settings.kafka.brokers;
  await ensureJava(report);
  const jars = await kafkaJars(path.join(WORKSPACE, 'deploy/kafka/pom.xml'), path.join(WORKSPACE, '.cache'), report);
  report('starting the broker');
  const { kafka: port, 'kafka-controller': controllerPort } = settings.ports;
  const [admin, ...others] = [KAFKA_ADMIN, KAFKA_OPERATOR, ...SERVICES].map((name) => ({
    name,
    password: demonstration.kafka[name] ?? '',
  }));
  if (!admin) throw new Error('Kafka needs an administrator');
  const options = { jars, dataDir: path.join(settings.dataDir, 'kafka'), port, controllerPort, logFile: logFileOf(settings, 'kafka') };
  let address = '';
  const start = async (stopping: AbortSignal) => {
    const broker = await startBroker({ ...options, users: [admin, ...others], stopping });
    address = broker.address;
    return broker.identity;
  };
  await supervisor.keep({ name: 'kafka', port, start, store: true });
  return address;
}

/** The login of a user of the broker: its own on the embedded one, on another what KAFKA_USERNAME says, or none. */
export function kafkaLogin(
  settings: Settings,
  { kafka }: Demonstration,
): (user: string) => { username: string; password: string } | undefined {
  if (!settings.kafka) return (user) => ({ username: user, password: kafka[user] ?? '' });
  const { username, password } = settings.kafka;
  return () => (username && password ? { username, password } : undefined);
}
