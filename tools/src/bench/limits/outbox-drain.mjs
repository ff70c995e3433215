/** The limit of an outbox: a bare kafkajs producer sends the same messages, one send of 2,000 in flight, each send acknowledged. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import kafkajs from 'kafkajs';

const { BENCH_KAFKA_BROKERS: broker, BENCH_DIR: folder } = process.env;
const BATCH = 2_000;
const headers = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };

const messages = [];
for await (const line of createInterface({ input: createReadStream(`${folder}/messages.jsonl`) })) {
  const { key, value } = JSON.parse(line);
  messages.push({ key, value, headers });
}

const topic = `limit-outbox-${process.pid}`;
const kafka = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING });
const admin = kafka.admin();
await admin.connect();
await admin.createTopics({ topics: [{ topic, numPartitions: 12 }], waitForLeaders: true });

const producer = kafka.producer({
  idempotent: true,
  maxInFlightRequests: 1,
  createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
});
await producer.connect();
const started = performance.now();
for (let from = 0; from < messages.length; from += BATCH) {
  await producer.send({ topic, acks: -1, messages: messages.slice(from, from + BATCH) });
}
const seconds = (performance.now() - started) / 1_000;
await producer.disconnect();

const ends = await admin.fetchTopicOffsets(topic);
const arrived = ends.reduce((sum, { high }) => sum + Number(high), 0);
await admin.deleteTopics({ topics: [topic] });
await admin.disconnect();
console.log(JSON.stringify({ seconds, units: messages.length, checked: arrived === messages.length }));
