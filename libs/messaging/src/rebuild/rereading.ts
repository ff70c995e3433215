import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { ServiceConfig } from '@chengxin/platform';
import { consumerSettings } from '../kafka/consumer-settings.js';
import type { Offsets } from '../kafka/end-offsets.js';
import { KAFKA } from '../kafka/kafka.token.js';
import { TopicNames } from '../kafka/topic-names.js';
import { atMost } from '../service/at-most.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import type { Part } from './filling.js';

/** What a reader is told: where to begin, what to do with a part, whether to wait with it, and when it is over. */
export type Course = {
  topics: readonly string[];
  from: Offsets;
  take: (part: Part) => Promise<void>;
  isBeyond: (part: Part) => boolean;
  over: () => boolean;
};

const AT_ONCE = 500;
const LOOK_MS = 10;
const LONGEST_GOODBYE_MS = 2_000;

/** Reads topics again in a group of its own, which is deleted when it ends. */
@Injectable()
export class Rereading {
  private readonly logger = new Logger(Rereading.name);

  constructor(
    @Inject(KAFKA) private readonly kafka: Kafka,
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly config: ServiceConfig,
    private readonly names: TopicNames,
  ) {}

  /**
   * Hands on each partition's messages in order, one part at a time, each once it is not beyond what is wanted; until it is over.
   * Throws what `take` throws, and when the broker does not answer.
   */
  async read(course: Course): Promise<void> {
    const reader = new Reader(course, this.names);
    const group = this.names.onBroker(`${this.options.service}.${this.config.instance}.rebuild.${randomUUID()}`);
    const consumer = this.kafka.consumer(consumerSettings(group, reader.over));
    try {
      await reader.run(consumer);
    } finally {
      await atMost(LONGEST_GOODBYE_MS, this.leave(consumer, group));
    }
  }

  /** Says where the broker no longer has what is to be read; undefined when it has everything. */
  async lossIn(topics: readonly string[], from: Offsets): Promise<string | undefined> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const losses = topics.map(async (topic) => {
        const partitions = await admin.fetchTopicOffsets(this.names.onBroker(topic));
        const lost = partitions.find(({ partition, low }) => BigInt(low) > BigInt(from[topic]?.[partition] ?? '0'));
        return lost && `the broker no longer has ${topic}/${lost.partition} before ${lost.low}`;
      });
      return (await Promise.all(losses)).find((loss) => loss !== undefined);
    } finally {
      await admin.disconnect();
    }
  }

  private async leave(consumer: Consumer, group: string): Promise<void> {
    await consumer.disconnect();
    const admin = this.kafka.admin();
    await admin.connect();
    await admin
      .deleteGroups([group])
      .catch((error: Error) => this.logger.debug(`the group ${group} stays: ${error.message}`))
      .finally(() => admin.disconnect());
  }
}

/** One reading: its partitions come side by side, their parts are taken one after the other. */
class Reader {
  private fault: { error: unknown } | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly course: Course,
    private readonly names: TopicNames,
  ) {}

  readonly over = (): boolean => this.fault !== undefined || this.course.over();

  async run(consumer: Consumer): Promise<void> {
    const { topics } = this.course;
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => this.names.onBroker(topic)), fromBeginning: true });
    consumer.on(consumer.events.GROUP_JOIN, () => this.seek(consumer));
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => void (restart || (this.fault ??= { error })));
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: true,
      partitionsConsumedConcurrently: 12 * topics.length,
      eachBatch: (payload) => this.handOn(payload),
    });
    while (!this.over()) await sleep(LOOK_MS);
    await this.turn;
    if (this.fault) throw this.fault.error;
  }

  private seek(consumer: Consumer): void {
    for (const [topic, places] of Object.entries(this.course.from)) {
      for (const [partition, offset] of Object.entries(places)) {
        consumer.seek({ topic: this.names.onBroker(topic), partition: Number(partition), offset });
      }
    }
  }

  private async handOn({ batch, heartbeat }: EachBatchPayload): Promise<void> {
    const topic = this.names.inContracts(batch.topic);
    const messages = batch.messages.map(({ offset, key, value }) => ({ topic, partition: batch.partition, offset, key, value }));
    for (let from = 0; from < messages.length && !this.over();) {
      const [first, ...rest] = messages.slice(from, from + AT_ONCE).filter((message) => !this.course.isBeyond([message]));
      if (first) {
        await this.inTurn([first, ...rest]);
        from += 1 + rest.length;
      } else {
        await sleep(LOOK_MS);
      }
      await heartbeat().catch(() => undefined); // thrown out of the group, it reads again what it has not applied
    }
  }

  private inTurn(part: Part): Promise<void> {
    this.turn = this.turn.then(async () => {
      if (this.over()) return;
      await this.course.take(part).catch((error: unknown) => void (this.fault ??= { error }));
    });
    return this.turn;
  }
}
