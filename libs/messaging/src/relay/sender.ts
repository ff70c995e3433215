import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import type { TopicNames } from '../kafka/topic-names.js';

/** One message to publish; `value` is the JSON of its event, as text or in UTF-8. */
export type OutgoingMessage = { topic: string; key: string; value: string | Buffer };

const HEADERS = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };

/**
 * Publishes one send after the other. With a second one in flight, or with the same producer after an error, kafkajs loses messages
 * that were acknowledged or swaps them; so after any error this one is closed and a new one is made.
 */
export class Sender {
  private constructor(
    private readonly producer: Producer,
    private readonly names: TopicNames,
  ) {}

  /** Connects a new idempotent producer. */
  static async open(kafka: Kafka, names: TopicNames): Promise<Sender> {
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 100, retries: 3 },
    });
    await producer.connect();
    return new Sender(producer, names);
  }

  /** Sends messages and waits until all are acknowledged by all replicas in sync; order is kept within each topic and key. */
  async send(messages: readonly OutgoingMessage[]): Promise<void> {
    const byTopic = new Map<string, OutgoingMessage[]>();
    for (const message of messages) {
      const ofTopic = byTopic.get(message.topic);
      if (ofTopic) ofTopic.push(message);
      else byTopic.set(message.topic, [message]);
    }
    await this.producer.sendBatch({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, ofTopic]) => ({
        topic: this.names.onBroker(topic),
        messages: ofTopic.map(({ key, value }) => ({ key, value, headers: HEADERS })),
      })),
    });
  }

  /** Closes the producer; what happens then is of no interest. */
  async close(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
  }
}
