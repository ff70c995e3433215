import { Logger } from '@nestjs/common';
import type { OpenedBatch } from '../inbox/inbox.js';
import type { Decoded, Message } from './decode.js';

/** A partition was delivered from beyond what the database has consumed: it must be read again from `offset`. */
export class Gap extends Error {
  constructor(
    readonly topic: string,
    readonly partition: number,
    readonly offset: string,
  ) {
    super(`${topic}/${partition} must be read from ${offset}`);
    this.name = 'Gap';
  }
}

/** Finds partitions whose delivery begins beyond the stored offset; what the broker no longer has is given up, loudly. */
export class GapFinder {
  private readonly logger = new Logger(GapFinder.name);
  private readonly sought = new Map<string, string>();

  /** Throws `Gap` for the first partition that must be read from an earlier offset. */
  check(batch: readonly Decoded[], opened: OpenedBatch): void {
    const firsts = new Map<string, Message>();
    for (const { message } of batch) {
      const name = `${message.topic}/${message.partition}`;
      if (!firsts.has(name)) firsts.set(name, message);
    }
    for (const [name, message] of firsts) this.checkFirst(name, message, opened.nextOffset(message.topic, message.partition));
  }

  private checkFirst(name: string, { topic, partition, offset }: Message, next: bigint): void {
    if (BigInt(offset) <= next) return void this.sought.delete(name);
    if (this.sought.get(name) === next.toString()) {
      this.logger.error(`the broker no longer has ${name} from ${next} to ${offset}: these events are lost to this service`);
      return;
    }
    this.sought.set(name, next.toString());
    throw new Gap(topic, partition, next.toString());
  }
}
