import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import { DataSource } from 'typeorm';
import { ClockAdvancedV1 } from '@chengxin/contracts';
import { ClockOffsets } from '../clock/clock-offsets.js';
import { EventServer } from '../consumer/event-server.js';
import { EndOffsets } from '../kafka/end-offsets.js';
import { KAFKA } from '../kafka/kafka.token.js';
import { TopicNames } from '../kafka/topic-names.js';

/** How many messages wait for this service: by topic, of the clock; the sum of what it has consumed, and whether a batch is under way. */
export type LagNow = { topics: Record<string, number>; clock: number; consumed: string; handling: boolean };

type Consumed = { topic: string; partition: number; next: string }[];

/** Compares what the broker has with what the service, with all its replicas, has consumed. */
@Injectable()
export class Lag {
  private ends?: EndOffsets;

  constructor(
    @Inject(KAFKA) private readonly kafka: Kafka,
    private readonly names: TopicNames,
    private readonly dataSource: DataSource,
    private readonly server: EventServer,
    private readonly clock: ClockOffsets,
  ) {}

  /** Reads the lag: the ends first, then what was consumed. Throws 503 when the broker does not answer, and what the database throws. */
  async read(): Promise<LagNow> {
    const { topics } = this.server.subscriptions;
    this.ends ??= new EndOffsets(this.kafka, this.names, [ClockAdvancedV1.topic, ...topics]);
    const ends = await this.ends.read().catch((cause: unknown) => {
      throw new ServiceUnavailableException('the broker does not answer', { cause });
    });
    const rows = await this.dataSource.query<Consumed>(`select topic, partition, next_offset::text as next from consumed_offsets`);
    const consumed = new Map(rows.map(({ topic, partition, next }) => [`${topic}/${partition}`, BigInt(next)]));
    const lagOf = (topic: string): number =>
      Object.entries(ends[topic] ?? {}).reduce((sum, [partition, end]) => sum + behind(end, consumed.get(`${topic}/${partition}`)), 0);
    return {
      topics: Object.fromEntries(topics.map((topic) => [topic, lagOf(topic)])),
      clock: behind(ends[ClockAdvancedV1.topic]?.['0'] ?? '0', this.clock.position),
      consumed: rows.reduce((sum, { next }) => sum + BigInt(next), 0n).toString(),
      handling: !this.server.idle,
    };
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    await this.ends?.close();
  }
}

const behind = (end: string, next = 0n): number => Math.max(0, Number(BigInt(end) - next));
