import { randomInt } from 'node:crypto';
import pg from 'pg';
import { serve, type RunningService, type ServiceDefinition } from '@chengxin/messaging';
import { testDatabase, testPrefix, testTokens, testTopics, type TestDatabase, type TestTokens } from '@chengxin/testing';
import { ConsumerModule, consumerMigrations } from './consumer.js';
import { ProducerModule } from './producer.js';

export const PRODUCER: ServiceDefinition = { service: 'registry', module: ProducerModule, migrations: [] };
export const CONSUMER: ServiceDefinition = { service: 'rating', module: ConsumerModule, migrations: consumerMigrations };

let instances = 0;

/** The databases, topics and services of one spec file. */
export class House {
  private readonly running: RunningService[] = [];

  private constructor(
    readonly prefix: string,
    readonly tokens: TestTokens,
    readonly producer: TestDatabase,
    readonly consumer: TestDatabase,
    private readonly dropTopics: () => Promise<void>,
  ) {}

  static async build(): Promise<House> {
    const prefix = testPrefix();
    const [tokens, producer, consumer, topics] = await Promise.all([
      testTokens(),
      testDatabase('registry', []),
      testDatabase('rating', consumerMigrations),
      testTopics(prefix),
    ]);
    return new House(prefix, tokens, producer, consumer, topics.drop);
  }

  /** The environment of a service. */
  env(database: TestDatabase, changes: Record<string, string> = {}): Record<string, string> {
    return {
      PORT: '0',
      DATABASE_URL: database.url,
      KAFKA_BROKERS: process.env['TEST_KAFKA_BROKERS'] ?? '',
      KAFKA_PREFIX: this.prefix,
      INSTANCE: `${process.pid}-${++instances}`,
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      ...this.tokens.env,
      ...changes,
    };
  }

  /** Starts a service that `close` will end. */
  async start(definition: ServiceDefinition, changes: Record<string, string> = {}): Promise<RunningService> {
    const service = await serve(definition, this.env(definition.service === 'registry' ? this.producer : this.consumer, changes));
    this.running.push(service);
    return service;
  }

  async close(): Promise<void> {
    await Promise.all(this.running.map((service) => service.close()));
    await Promise.all([this.producer.drop(), this.consumer.drop(), this.tokens.close(), this.dropTopics()]);
  }
}

/** Asks a database as its owner. */
export async function ask<T>(database: TestDatabase, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}

/** A seed for a spec with chance in it: SEED in the environment, else a new one; printed so that a failure can be run again. */
export function seed(): () => number {
  let state = Number(process.env['SEED'] ?? randomInt(1, 2 ** 31));
  console.log(`SEED=${state}`);
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
}

/** Orders as applied: for each topic and key the sequence numbers in the order of the table. */
export const appliedOrders = (house: House, kind = 'on') =>
  ask<{ key: string; orders: number[] }>(
    house.consumer,
    `select topic || ' ' || key as key, array_agg(sequence order by position) as orders from applied where kind = $1 group by topic, key order by 1`,
    [kind],
  );

/** 1, 2, … n. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
