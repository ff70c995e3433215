import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Transaction } from '@chengxin/platform';
import { consumerSettings, watch } from '../kafka/consumer-settings.js';
import { KAFKA } from '../kafka/kafka.token.js';
import { TopicNames } from '../kafka/topic-names.js';
import { atMost } from '../service/at-most.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { WatermarkBook } from '../watermarks/watermark-book.js';
import { Batches } from './batch.js';
import type { Gap } from './gaps.js';
import { GapFinder } from './gaps.js';
import { Merger } from './merger.js';
import { EVENTS, type HandlerExtras, patternOf } from './on.decorator.js';
import type { Received } from './received.js';
import { Subscriptions } from './subscriptions.js';

/** All partitions of all topics may wait at once; the merger makes one transaction of them. */
const PARTITIONS_OF_A_TOPIC = 12;
const RETRY_MS = 1_000;
const LONGEST_GOODBYE_MS = 4_000;

/**
 * The transport of Nest under `@On` and `@ActsOn`: consumes the service's topics in the group of its name and applies what comes in
 * merged batches. A message that cannot be handled holds up its own topic and key, nothing else.
 */
@Injectable()
export class EventServer extends Server implements CustomTransportStrategy {
  override readonly transportId = EVENTS;
  override readonly propagatesEventHandlerErrors = true;
  readonly subscriptions = new Subscriptions();
  private readonly merger: Merger;
  private consumer?: Consumer;
  private closing = false;

  constructor(
    @Inject(KAFKA) private readonly kafka: Kafka,
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly names: TopicNames,
    private readonly batches: Batches,
    private readonly book: WatermarkBook,
  ) {
    super();
    const gaps = new GapFinder();
    this.merger = new Merger((messages, abandoned) => this.batches.apply(messages, this.subscriptions, gaps, abandoned));
  }

  /** Whether nothing that was fetched waits to be applied. */
  get idle(): boolean {
    return this.merger.idle;
  }

  override addHandler(pattern: unknown, callback: MessageHandler, _isEvent?: boolean, extras?: Record<string, unknown>): void {
    const { kind, contracts } = extras as HandlerExtras;
    const contract = contracts.find((each) => patternOf(kind, each) === pattern);
    if (!contract) throw new Error(`no contract is handled under ${String(pattern)}`);
    const call = async (events: Received[], tx: Transaction): Promise<void> => {
      const outcome: unknown = await callback(events, tx);
      if (isObservable(outcome)) await lastValueFrom(outcome, { defaultValue: undefined });
    };
    this.subscriptions.add(contract, { kind, call });
  }

  /** Joins the group, waiting for the broker as long as it takes. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    const { topics } = this.subscriptions;
    this.book.subscribe(topics);
    if (topics.length > 0) await this.join(topics);
    callback();
  }

  /** Finishes the batch under way and leaves the group. */
  async close(): Promise<void> {
    this.closing = true;
    await atMost(LONGEST_GOODBYE_MS, this.consumer?.disconnect());
  }

  on(): never {
    throw new Error('there are no events of the transport');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private async join(topics: string[]): Promise<void> {
    while (!this.closing && !(await this.joined(topics))) await sleep(RETRY_MS);
  }

  private async joined(topics: string[]): Promise<boolean> {
    const consumer = this.kafka.consumer(consumerSettings(this.names.onBroker(this.options.service), () => this.closing));
    this.consumer = consumer;
    watch(consumer, this.options.service, () => void this.join(topics));
    try {
      await this.batches.prepare(topics);
      await consumer.connect();
      await consumer.subscribe({ topics: topics.map((topic) => this.names.onBroker(topic)), fromBeginning: true });
      await consumer.run({
        autoCommit: true,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: PARTITIONS_OF_A_TOPIC * topics.length,
        eachBatch: (payload) => this.take(consumer, payload),
      });
      return true;
    } catch (error) {
      this.logger.warn(`waiting for the broker: ${error instanceof Error ? error.message : String(error)}`);
      await consumer.disconnect().catch(() => undefined);
      return false;
    }
  }

  private take(consumer: Consumer, { batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const topic = this.names.inContracts(batch.topic);
    const { partition } = batch;
    return this.merger.submit({
      messages: batch.messages.map(({ offset, key, value }) => ({ topic, partition, offset, key, value })),
      done: resolveOffset,
      seek: (gap: Gap) => consumer.seek({ topic: batch.topic, partition, offset: gap.offset }),
      isLive: () => isRunning() && !isStale() && !this.closing,
      heartbeat,
    });
  }
}
