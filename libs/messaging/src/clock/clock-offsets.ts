import { Injectable, Logger } from '@nestjs/common';
import { ClockAdvancedV1, type Envelope } from '@chengxin/contracts';
import { Clock } from '@chengxin/platform';
import { checkOf } from '../schemas/compiled.js';

/** Moves business time as the clock topic says: the newest offset rules, and after the first they only grow. */
@Injectable()
export class ClockOffsets {
  private readonly logger = new Logger(ClockOffsets.name);
  private next = 0n;
  private first = true;

  constructor(private readonly clock: Clock) {}

  /** The offset in the topic of the next message to come. */
  get position(): bigint {
    return this.next;
  }

  /** Takes the next message of the clock topic; one that was already taken changes nothing, nor does an unreadable one. */
  take(offset: string, value: Buffer | null): void {
    const at = BigInt(offset);
    if (at < this.next) return;
    const event = read(value);
    if (event) this.move(event.data.offsetSeconds);
    else this.logger.error(`the clock message ${offset} is not a ${ClockAdvancedV1.type}`);
    this.first &&= !event;
    this.next = at + 1n;
  }

  private move(seconds: number): void {
    if (this.first || seconds > this.clock.offsetSeconds) this.clock.setOffset(seconds);
    else if (seconds < this.clock.offsetSeconds) this.logger.error(`business time was not moved back to an offset of ${seconds} s`);
  }
}

function read(value: Buffer | null): Envelope<ClockAdvancedV1> | undefined {
  try {
    const event = JSON.parse(value?.toString() ?? '') as Envelope<ClockAdvancedV1>;
    const fits = event.type === ClockAdvancedV1.type && checkOf(ClockAdvancedV1, 'open')(event.data).length === 0;
    return fits ? event : undefined;
  } catch {
    return undefined;
  }
}
