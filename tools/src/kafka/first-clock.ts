import { randomUUID } from 'node:crypto';
import { ClockAdvancedV1, type Envelope, schemaAddress, sourceOf } from '@chengxin/contracts';
import kafkajs from 'kafkajs';

/** The demonstration's business time begins here. */
export const BUSINESS_BEGINS = new Date('2026-05-11T09:00:00+08:00');

const BEGINS_ON = '2026-05-11';
const KEY = 'clock';

/** How the operator's user reaches the broker; without `sasl` the broker asks nobody who he is. */
export type OperatorAccess = { brokers: string[]; sasl?: { username: string; password: string } };

/**
 * Writes the first offset of business time as the operator, if the clock topic is still empty: the only one that may be
 * negative. Gives whether it wrote.
 */
export async function writeFirstClock({ brokers, sasl }: OperatorAccess): Promise<boolean> {
  const login = sasl && { sasl: { mechanism: 'scram-sha-512' as const, ...sasl } };
  const kafka = new kafkajs.Kafka({ clientId: 'operator', brokers, ...login, logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  const producer = kafka.producer({ idempotent: false });
  try {
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(ClockAdvancedV1.topic);
    if (ends.some(({ high }) => high !== '0')) return false;
    await producer.connect();
    await producer.send({ topic: ClockAdvancedV1.topic, acks: -1, messages: [{ key: KEY, value: JSON.stringify(firstAdvance()) }] });
    return true;
  } finally {
    await Promise.allSettled([admin.disconnect(), producer.disconnect()]);
  }
}

function firstAdvance(): Envelope<ClockAdvancedV1> {
  const now = new Date();
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: sourceOf('gateway'),
    type: ClockAdvancedV1.type,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaAddress(ClockAdvancedV1.type),
    sequence: '1',
    correlationid: randomUUID(),
    actor: 'launcher',
    data: { offsetSeconds: Math.round((BUSINESS_BEGINS.getTime() - now.getTime()) / 1000), advancedTo: BEGINS_ON, by: 'launcher' },
  };
}
