import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import { ClockAdvancedV1, TOPICS, watermarkContract, type Envelope, type WatermarkAnnouncedV1 } from '@chengxin/contracts';
import { ServiceConfig } from '@chengxin/platform';
import { ClockOffsets } from '../clock/clock-offsets.js';
import { EndOffsets, type Offsets } from '../kafka/end-offsets.js';
import { KAFKA } from '../kafka/kafka.token.js';
import { OwnGroupReader, type OwnMessage, type ReadFrom } from '../kafka/own-group-reader.js';
import { TopicNames } from '../kafka/topic-names.js';
import { checkOf } from '../schemas/compiled.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { WatermarkBook } from './watermark-book.js';

const RETRY_MS = 1_000;
const LOOK_MS = 5;
const WATERMARKS = /\.watermarks$/;

/** Where the messages of the side topics go. */
@Injectable()
export class SideSinks {
  constructor(
    readonly clock: ClockOffsets,
    private readonly book: WatermarkBook,
  ) {}

  /** Hands a message on. */
  take({ topic, offset, value }: OwnMessage): void {
    if (topic === ClockAdvancedV1.topic) return this.clock.take(offset, value);
    const watermark = watermarkIn(value);
    if (watermark) this.book.add(watermark);
  }
}

/**
 * What every process reads for itself: the clock from its beginning, and of the watermarks of the services whose facts it consumes
 * the last one and all that follow. The module is up once the clock is read whole; until the broker answers, it waits.
 */
@Injectable()
export class SideTopics implements OnModuleInit {
  private readonly logger = new Logger(SideTopics.name);
  private readonly topics: string[];
  private reader?: OwnGroupReader;

  constructor(
    @Inject(KAFKA) private readonly kafka: Kafka,
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly config: ServiceConfig,
    private readonly names: TopicNames,
    private readonly sinks: SideSinks,
  ) {
    const read = TOPICS.filter(({ name, consumers }) => WATERMARKS.test(name) && consumers.includes(options.service));
    this.topics = [ClockAdvancedV1.topic, ...read.map(({ name }) => name)];
  }

  async onModuleInit(): Promise<void> {
    while (!(await this.begun())) await sleep(RETRY_MS);
  }

  /** Leaves the process's own group and deletes it. */
  async close(): Promise<void> {
    await this.reader?.close();
  }

  private async begun(): Promise<boolean> {
    const ends = new EndOffsets(this.kafka, this.names, this.topics);
    const reader = new OwnGroupReader(this.kafka, this.names, `${this.options.service}.${this.config.instance}`, (message) =>
      this.sinks.take(message),
    );
    try {
      const end = await ends.read();
      await reader.start(startOf(end));
      this.reader = reader;
      await this.clockRead(BigInt(end[ClockAdvancedV1.topic]?.['0'] ?? '0'));
      return true;
    } catch (error) {
      this.logger.warn(`waiting for the broker: ${error instanceof Error ? error.message : String(error)}`);
      await reader.close().catch(() => undefined);
      return false;
    } finally {
      await ends.close();
    }
  }

  private async clockRead(end: bigint): Promise<void> {
    while (this.sinks.clock.position < end) await sleep(LOOK_MS);
  }
}

/** The watermark in a message; undefined when it holds none, as a later version may. */
function watermarkIn(value: Buffer | null): WatermarkAnnouncedV1 | undefined {
  try {
    const { type, data } = JSON.parse(value?.toString() ?? '') as Envelope<WatermarkAnnouncedV1>;
    const contract = watermarkContract(data.service);
    return type === contract.type && checkOf(contract, 'open')(data).length === 0 ? data : undefined;
  } catch {
    return undefined;
  }
}

const startOf = (ends: Offsets): ReadFrom =>
  Object.fromEntries(Object.entries(ends).map(([topic, { 0: end = '0' }]) => [topic, WATERMARKS.test(topic) ? lastOf(end) : '0']));

const lastOf = (end: string): string => String(BigInt(end) > 0n ? BigInt(end) - 1n : 0n);
