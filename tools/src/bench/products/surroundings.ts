import { randomBytes } from 'node:crypto';
import { createTopics } from '@chengxin/messaging';
import { OVERLAY_PATH, testTokens, type TestTokens } from '@chengxin/testing';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

/** What the frame tells a program. */
export type Given = { server: string; brokers: string; size: number; enterprises: number; folder: string };

/** What services of the product need around them: a client of the broker, topics under a prefix of their own, and an issuer of tokens. */
export type Surroundings = {
  given: Given;
  kafka: Kafka;
  prefix: string;
  tokens: TestTokens;
  /** the variables that every service is given */
  env: Record<string, string>;
  remove: () => Promise<void>;
};

/** Reads what the frame tells a program. Throws when it was not started by the frame. */
export function given({ BENCH_DATABASE_URL, BENCH_KAFKA_BROKERS, BENCH_SIZE, BENCH_ENTERPRISES, BENCH_DIR } = process.env): Given {
  if (!BENCH_DATABASE_URL || !BENCH_KAFKA_BROKERS || !BENCH_DIR) throw new Error('this program is run by npm run bench');
  return {
    server: BENCH_DATABASE_URL,
    brokers: BENCH_KAFKA_BROKERS,
    size: Number(BENCH_SIZE),
    enterprises: Number(BENCH_ENTERPRISES),
    folder: BENCH_DIR,
  };
}

/** Makes the surroundings of this program; `remove` takes the topics away again. */
export async function makeSurroundings(told: Given): Promise<Surroundings> {
  const prefix = `b${process.pid}-${randomBytes(3).toString('hex')}.`;
  const kafka = new Kafka({ clientId: 'bench', brokers: [told.brokers], logLevel: logLevel.NOTHING, retry: { retries: 8 } });
  const admin = kafka.admin();
  await admin.connect();
  const [topics, tokens] = await Promise.all([createTopics(admin, prefix), testTokens()]);
  const env = {
    ...tokens.env,
    KAFKA_BROKERS: told.brokers,
    KAFKA_PREFIX: prefix,
    CITY_OVERLAY: OVERLAY_PATH,
    DEMONSTRATION: 'true',
    LOG_LEVEL: 'warn',
    STORAGE_DIR: told.folder,
  };
  const remove = async (): Promise<void> => {
    await admin.deleteTopics({ topics });
    await Promise.all([admin.disconnect(), tokens.close()]);
  };
  return { given: told, kafka, prefix, tokens, env, remove };
}

/** Connects to a database; a connection lost later fails the query that waits, or the next. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
