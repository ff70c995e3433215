import { type Topic } from '@chengxin/contracts';
import { type System } from './system.js';

/** Says nothing to anybody: a type that nobody listens to; on the watermarks no announcement at all. */
const harmless = ({ name }: Topic): string => (name.endsWith('.watermarks') ? 'null' : '{"type":"credit.e2e.nothing-said.v1"}');

const REFUSED = 'TOPIC_AUTHORIZATION_FAILED';

/** Whether a user of the broker may write a topic, tried. Throws any fault that is no refusal. */
export async function mayWrite(system: System, user: string, topic: Topic): Promise<boolean> {
  const producer = system.kafka(user).producer(); // one that was refused one topic is refused all
  await producer.connect();
  try {
    return await granted(producer.send({ topic: topic.name, acks: -1, messages: [{ key: 'e2e', value: harmless(topic) }] }));
  } finally {
    await producer.disconnect();
  }
}

/** Whether a user of the broker may see a topic in order to read it, tried. It joins no group. Throws any fault that is no refusal. */
export async function maySubscribe(system: System, user: string, topic: Topic): Promise<boolean> {
  const consumer = system.kafka(user).consumer({ groupId: user });
  await consumer.connect();
  try {
    return await granted(consumer.subscribe({ topics: [topic.name] }));
  } finally {
    await consumer.disconnect();
  }
}

async function granted(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (fault) {
    if (refusals(fault).includes(REFUSED)) return false;
    throw fault;
  }
}

function refusals(fault: unknown): unknown[] {
  if (!(fault instanceof Error)) return [];
  return [(fault as { type?: unknown }).type, ...refusals(fault.cause), ...refusals((fault as { originalError?: unknown }).originalError)];
}
