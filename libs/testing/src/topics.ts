import { randomBytes } from 'node:crypto';
import { createTopics } from '@chengxin/messaging';
import { Kafka, logLevel } from 'kafkajs';
import { broker } from './environment.js';

/** Three partitions show everything that twelve show, and a broker of a whole test run carries hundreds of prefixes. */
const PARTITIONS_IN_TESTS = 3;

/** A prefix for the topics and groups of one spec file (KAFKA_PREFIX), unlike any other. */
export const testPrefix = (): string => `t${process.pid}-${randomBytes(4).toString('hex')}.`;

/** A user of a broker that asks for one. */
export type KafkaLogin = { username: string; password: string };

/** A kafkajs client of the run's broker, or of another address (a proxy, a started system), that prints nothing. */
export function testKafka(address = broker(), login?: KafkaLogin): Kafka {
  const sasl = login && { sasl: { mechanism: 'scram-sha-512' as const, ...login } };
  return new Kafka({ clientId: 'testing', brokers: [address], ...sasl, logLevel: logLevel.NOTHING, retry: { retries: 8 } });
}

/** Creates every topic under this prefix, with three partitions where there are many. Gives how to delete them again. */
export async function testTopics(prefix: string): Promise<{ drop: () => Promise<void> }> {
  const admin = testKafka().admin();
  await admin.connect();
  try {
    const topics = await createTopics(admin, prefix, PARTITIONS_IN_TESTS);
    return { drop: () => dropTopics(topics) };
  } finally {
    await admin.disconnect();
  }
}

async function dropTopics(topics: string[]): Promise<void> {
  const admin = testKafka().admin();
  await admin.connect();
  try {
    await admin.deleteTopics({ topics });
  } finally {
    await admin.disconnect();
  }
}
