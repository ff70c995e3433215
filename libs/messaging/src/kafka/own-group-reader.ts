import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, Kafka } from 'kafkajs';
import { atMost } from '../service/at-most.js';
import { consumerSettings, watch } from './consumer-settings.js';
import type { TopicNames } from './topic-names.js';

/** A message of a topic with one partition that this process reads for itself. */
export type OwnMessage = { topic: string; offset: string; value: Buffer | null };

/** Reading from where, topic by topic: the first message wanted. */
export type ReadFrom = Record<string, string>;

const RETRY_MS = 1_000;
const LONGEST_GOODBYE_MS = 1_500;

/**
 * Reads topics of one partition in a group that belongs to this process alone and is deleted when it ends; kafkajs cannot read
 * without one. Nothing is committed: after a fault of the broker it reads again from where it began, so what it is told may come twice.
 */
export class OwnGroupReader {
  private consumer?: Consumer;
  private closing = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly names: TopicNames,
    private readonly group: string,
    private readonly take: (message: OwnMessage) => void,
  ) {}

  /** Joins and reads in the background. Throws when the broker does not answer. */
  async start(from: ReadFrom): Promise<void> {
    const consumer = this.kafka.consumer(consumerSettings(this.names.onBroker(this.group), () => this.closing));
    this.consumer = consumer;
    watch(consumer, this.group, () => void this.startAgain(from));
    await consumer.connect();
    await consumer.subscribe({ topics: Object.keys(from).map((topic) => this.names.onBroker(topic)), fromBeginning: true });
    consumer.on(consumer.events.GROUP_JOIN, () => this.seek(from));
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, message: { offset, value } }) => this.take({ topic: this.names.inContracts(topic), offset, value }),
    });
  }

  /** Leaves and deletes the group. */
  async close(): Promise<void> {
    this.closing = true;
    if (this.consumer) await atMost(LONGEST_GOODBYE_MS, this.leave(this.consumer));
  }

  private async leave(consumer: Consumer): Promise<void> {
    await consumer.disconnect();
    const admin = this.kafka.admin();
    await admin.connect();
    await admin.deleteGroups([this.names.onBroker(this.group)]).finally(() => admin.disconnect());
  }

  private async startAgain(from: ReadFrom): Promise<void> {
    while (!this.closing) {
      await sleep(RETRY_MS);
      const started = await this.start(from).catch(() => 'failed');
      if (started !== 'failed') return;
      await this.consumer?.disconnect().catch(() => undefined);
    }
  }

  private seek(from: ReadFrom): void {
    for (const [topic, offset] of Object.entries(from)) {
      this.consumer?.seek({ topic: this.names.onBroker(topic), partition: 0, offset });
    }
  }
}
