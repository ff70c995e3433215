import { Injectable } from '@nestjs/common';
import { Clock, Timers } from '@chengxin/platform';
import { Rebuilding } from '../rebuild/rebuilding.js';
import { Lag } from './lag.js';
import { OutboxState } from './outbox-state.js';

/** Whether a service has nothing left to do at this business time, and if not, why. */
export type Idleness = {
  idle: boolean;
  reasons: string[];
  /** When its next timer falls due in business time; absent when none waits. */
  nextDue?: Date;
  /** Grows with every message consumed: two answers with the same one have nothing between them. */
  progress: string;
  /** Business time is machine time plus this, as far as this process has heard. */
  offsetSeconds: number;
};

/**
 * Says whether a service is idle. The order of the questions matters: what was consumed may have set a timer or filled the outbox, a
 * timer may have filled the outbox; so each is asked after what feeds it.
 */
@Injectable()
export class IdlenessCheck {
  constructor(
    private readonly lag: Lag,
    private readonly rebuilding: Rebuilding,
    private readonly timers: Timers,
    private readonly outbox: OutboxState,
    private readonly clock: Clock,
  ) {}

  /** Asks. Throws when broker or database does not answer. */
  async ask(): Promise<Idleness> {
    const { topics, clock, consumed, handling } = await this.lag.read();
    const overdue = await this.timers.overdue();
    const [nextDue, { unpublished }] = await Promise.all([this.timers.nextDue(), this.outbox.read()]);
    const lag = Object.values(topics).reduce((sum, n) => sum + n, 0);
    const reasons = [
      ...(clock > 0 ? [`${clock} messages of the clock are not read`] : []),
      ...(lag > 0 ? [`${lag} messages are not consumed`] : []),
      ...(handling ? ['a batch is being applied'] : []),
      ...(this.rebuilding.now ? ['copies are being rebuilt'] : []),
      ...(overdue > 0 ? [`${overdue} timers are due`] : []),
      ...(unpublished > 0 ? [`${unpublished} events are not published`] : []),
    ];
    return { idle: reasons.length === 0, reasons, nextDue, progress: consumed, offsetSeconds: this.clock.offsetSeconds };
  }
}
