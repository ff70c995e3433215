import type { Kafka } from 'kafkajs';
import type { ServiceConfig } from '@chengxin/platform';
import { kafkajs } from './calm-kafkajs.js';
import { kafkaLog } from './kafka-log.js';

/** How a process reaches the broker; without a user name it does not sign in. `prefix` goes before every topic and group. */
export type KafkaAccess = {
  brokers: string[];
  username?: string;
  password?: string;
  prefix: string;
  clientId: string;
  /** Says nothing in the log, where there is none yet. */
  silent?: boolean;
};

/** The access of a service as its configuration says. */
export const accessOf = (config: ServiceConfig, clientId: string): KafkaAccess => ({
  brokers: config.kafkaBrokers,
  username: config.kafkaUsername,
  password: config.kafkaPassword,
  prefix: config.kafkaPrefix,
  clientId,
});

/** A silently destroyed socket hangs until this. */
const REQUEST_TIMEOUT_MS = 10_000;

/** A client of the broker; SASL with SCRAM-SHA-512 when there is a user name. Nothing is connected yet. */
export function openKafka({ brokers, username, password, clientId, silent = false }: KafkaAccess): Kafka {
  return new kafkajs.Kafka({
    clientId,
    brokers,
    ...(username && password && { sasl: { mechanism: 'scram-sha-512', username, password } }),
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: 3_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 4 },
    ...(silent ? { logLevel: kafkajs.logLevel.NOTHING } : { logCreator: kafkaLog }),
  });
}
