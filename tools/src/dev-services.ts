import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startBroker } from './kafka/broker.js';
import { kafkaJars } from './kafka/jars.js';
import { startPostgres } from './postgres/server.js';

/**
 * Starts, or finds, one PostgreSQL and one Kafka without users for working on integration specs, prints the two
 * variables that the specs read, and leaves both running: `dev-services.js FOLDER POSTGRES_PORT KAFKA_PORT`.
 */
async function main([folder = '.data/development', postgresPort = '9732', kafkaPort = '9792']: string[]): Promise<void> {
  const workspace = path.resolve(import.meta.dirname, '../../..');
  const data = path.resolve(folder);
  mkdirSync(data, { recursive: true });
  const logFile = (name: string) => path.join(data, `${name}.log`);
  const jars = await kafkaJars(path.join(workspace, 'deploy/kafka/pom.xml'), path.join(workspace, '.cache'));
  const postgres = await startPostgres({
    dataDir: path.join(data, 'postgres-18'),
    port: Number(postgresPort),
    logFile: logFile('postgres'),
  });
  const port = Number(kafkaPort);
  const broker = await startBroker({ jars, dataDir: path.join(data, 'kafka'), port, controllerPort: port + 1, logFile: logFile('kafka') });
  console.log(`export TEST_DATABASE_URL=${postgres.url('postgres')}\nexport TEST_KAFKA_BROKERS=${broker.address}`);
}

await main(process.argv.slice(2));
