import { randomBytes, randomInt } from 'node:crypto';
import { prepareKafka, serve, type RunningService, type ServiceDefinition } from '../../src/index.js';
import type { Migration } from '@chengxin/platform';
import { ConsumerModule, consumerMigrations } from './consumer.js';
import { ask, specDatabase, type SpecDatabase } from './database.js';
import { ProducerModule } from './producer.js';
import { Wire } from './wire.js';

export const PRODUCER: ServiceDefinition = { service: 'registry', module: ProducerModule, migrations: [] };
export const CONSUMER: ServiceDefinition = { service: 'rating', module: ConsumerModule, migrations: consumerMigrations };
export const RECORDS = 'credit.registry.records';

let instances = 0;

/** The databases, topics and services of one spec file. */
export class House {
  private readonly running = new Set<RunningService>();

  private constructor(
    readonly prefix: string,
    readonly producer: SpecDatabase,
    readonly consumer: SpecDatabase,
    readonly wire: Wire,
  ) {}

  /** `more`: what the consumer's database has besides. */
  static async build(more: readonly Migration[] = []): Promise<House> {
    const prefix = `t${process.pid}-${randomBytes(4).toString('hex')}.`;
    const brokers = [process.env['TEST_KAFKA_BROKERS'] ?? ''];
    const [producer, consumer] = await Promise.all([
      specDatabase('registry', []),
      specDatabase('rating', [...consumerMigrations, ...more]),
      prepareKafka({ brokers, prefix }),
    ]);
    return new House(prefix, producer, consumer, await Wire.open(prefix));
  }

  /** The environment of a service. */
  env(database: SpecDatabase, changes: Record<string, string> = {}): Record<string, string> {
    return {
      PORT: '0',
      DATABASE_URL: database.url,
      KAFKA_BROKERS: process.env['TEST_KAFKA_BROKERS'] ?? '',
      KAFKA_PREFIX: this.prefix,
      INSTANCE: `${process.pid}-${++instances}`,
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      OIDC_ISSUER: 'http://127.0.0.1:9',
      ...changes,
    };
  }

  /** Starts a service that `close` will end. */
  async start(definition: ServiceDefinition, changes: Record<string, string> = {}): Promise<RunningService> {
    const service = await serve(definition, this.env(definition === PRODUCER ? this.producer : this.consumer, changes));
    this.running.add(service);
    return service;
  }

  /** Ends a service before the others. */
  async end(service: RunningService): Promise<void> {
    this.running.delete(service);
    await service.close();
  }

  /** Whether a service was started and not ended yet. */
  runs(service: RunningService): boolean {
    return this.running.has(service);
  }

  async close(): Promise<void> {
    await Promise.all([...this.running].map((service) => service.close()));
    await Promise.all([this.producer.drop(), this.consumer.drop(), this.wire.close()]);
  }

  /** Orders as applied: for each topic and key the sequence numbers in the order of the table. */
  async appliedOrders(kind = 'on', topic = RECORDS): Promise<Record<string, number[]>> {
    const rows = await ask<{ key: string; orders: number[] }>(
      this.consumer,
      `select key, array_agg(sequence order by position) as orders from applied where kind = $1 and topic = $2 group by key order by 1`,
      [kind, topic],
    );
    return Object.fromEntries(rows.map(({ key, orders }) => [key, orders]));
  }

  /** How many events the handlers of a kind have applied. */
  async applied(kind = 'on'): Promise<number> {
    const [row] = await ask<{ n: number }>(this.consumer, `select count(*)::integer as n from applied where kind = $1`, [kind]);
    return row?.n ?? 0;
  }

  /** What is parked, in order. */
  parked(): Promise<{ id: string; topic: string; key: string | null; reason: string; attempts: number }[]> {
    return ask(this.consumer, `select id, topic, key, reason, attempts from parked_events order by position`);
  }
}

/** Chance from a seed: SEED in the environment, else a new one; printed so that a failure can be run again. */
export function chance(): (below: number) => number {
  let state = Number(process.env['SEED'] ?? randomInt(1, 2 ** 31));
  process.stderr.write(`SEED=${state}\n`);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** 1, 2, … n. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
