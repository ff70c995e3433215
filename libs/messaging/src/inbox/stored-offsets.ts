import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import { DataSource } from 'typeorm';
import { EndOffsets } from '../kafka/end-offsets.js';
import { KAFKA } from '../kafka/kafka.token.js';
import { TopicNames } from '../kafka/topic-names.js';

type Stored = { topic: string; partition: number; next: string }[];

/** Keeps the stored offsets true to the broker. */
@Injectable()
export class StoredOffsets {
  private readonly logger = new Logger(StoredOffsets.name);

  constructor(
    @Inject(KAFKA) private readonly kafka: Kafka,
    private readonly names: TopicNames,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Forgets offsets that lie beyond the end of their partition: the broker has lost its data or is another one, and what it numbers
   * anew would be taken for consumed. What was applied is still known by its identifiers. Throws when the broker does not answer.
   */
  async forgetBeyondEnds(topics: readonly string[]): Promise<void> {
    const stored = await this.dataSource.query<Stored>(`select topic, partition, next_offset::text as next from consumed_offsets`);
    const reader = new EndOffsets(this.kafka, this.names, topics);
    const ends = await reader.read().finally(() => reader.close());
    for (const { topic, partition, next } of stored) {
      const end = ends[topic]?.[String(partition)];
      if (end === undefined || BigInt(next) <= BigInt(end)) continue;
      this.logger.error(`${topic}/${partition} ends at ${end} but ${next} was consumed: the broker has lost messages; reading it anew`);
      await this.dataSource.query(`delete from consumed_offsets where topic = $1 and partition = $2`, [topic, partition]);
    }
  }
}
