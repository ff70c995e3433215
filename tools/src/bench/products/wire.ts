import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import kafkajs, { type Kafka } from 'kafkajs';
import type { WireMessage } from './events.js';

const CHUNK = 2_000;
const PATIENCE_MS = 60_000;

/** A message as it was read back. */
export type ReadBack = { topic: string; key: string; value: string };

/** The messages of a file, by thousands. */
export async function* chunksOf(file: string): AsyncGenerator<WireMessage[]> {
  let chunk: WireMessage[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    chunk.push(JSON.parse(line) as WireMessage);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Publishes messages under a prefix, as any producer would. */
export async function publish(
  kafka: Kafka,
  prefix: string,
  chunks: AsyncIterable<readonly WireMessage[]> | Iterable<readonly WireMessage[]>,
) {
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  for await (const chunk of chunks) {
    const topics = [...new Set(chunk.map(({ topic }) => topic))];
    await producer.sendBatch({
      topicMessages: topics.map((topic) => ({ topic: prefix + topic, messages: chunk.filter((message) => message.topic === topic) })),
    });
  }
  await producer.disconnect();
}

/** How many messages a topic holds. */
export async function countIn(kafka: Kafka, topic: string): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  const partitions = await admin.fetchTopicOffsets(topic).finally(() => admin.disconnect());
  return partitions.reduce((sum, { high }) => sum + Number(high), 0);
}

/** Reads so many messages of a topic from its beginning; throws when they do not come within a minute. */
export async function readBack(kafka: Kafka, topic: string, count: number): Promise<ReadBack[]> {
  const consumer = kafka.consumer({ groupId: `${topic}.check`, maxWaitTimeInMs: 100 });
  const found: ReadBack[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  try {
    await new Promise<void>((done, failed) => {
      setTimeout(() => failed(new Error(`${found.length} of ${count} messages were read back`)), PATIENCE_MS).unref();
      void consumer.run({
        eachMessage: ({ message: { key, value } }) => {
          if (found.push({ topic, key: String(key), value: String(value) }) >= count) done();
          return Promise.resolve();
        },
      });
    });
  } finally {
    await consumer.disconnect();
  }
  return found;
}
