import { setTimeout as sleep } from 'node:timers/promises';
import { ClockAdvancedV1 } from '@chengxin/contracts';
import { localDateOf } from '@chengxin/kernel';
import { ClockWriter } from '@chengxin/messaging';
import kafkajs from 'kafkajs';

/** The demonstration's business time begins here. */
const BUSINESS_BEGINS = new Date('2026-05-11T09:00:00+08:00');

/** How the operator's user reaches the broker; without `sasl` the broker asks nobody who he is. */
export type OperatorAccess = { brokers: string[]; sasl?: { username: string; password: string } };

/**
 * Writes the first offset of business time as the operator, if the clock topic is still empty: the only one that may be
 * negative. Gives whether it wrote.
 */
export async function writeFirstClock({ brokers, sasl }: OperatorAccess): Promise<boolean> {
  if (!(await onceSettled(() => isEmpty({ brokers, ...(sasl && { sasl }) })))) return false;
  const writer = new ClockWriter({ brokers, prefix: '', ...sasl });
  try {
    const offsetSeconds = Math.round((BUSINESS_BEGINS.getTime() - Date.now()) / 1000);
    await writer.write(offsetSeconds, localDateOf(BUSINESS_BEGINS), 'launcher');
    return true;
  } finally {
    await writer.close();
  }
}

/** A broker applies a right, and leads a new partition, a moment after it has said so. */
async function onceSettled<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 15_000; ; await sleep(200)) {
    try {
      return await work();
    } catch (fault) {
      const passes = fault instanceof kafkajs.KafkaJSError && (fault.retriable || /not authorized/i.test(fault.message));
      if (!passes || Date.now() > until) throw fault;
    }
  }
}

async function isEmpty({ brokers, sasl }: OperatorAccess): Promise<boolean> {
  const login = sasl && { sasl: { mechanism: 'scram-sha-512' as const, ...sasl } };
  const admin = new kafkajs.Kafka({ clientId: 'operator', brokers, ...login, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const ends = await admin.fetchTopicOffsets(ClockAdvancedV1.topic);
    return ends.every(({ high }) => high === '0');
  } finally {
    await admin.disconnect();
  }
}
