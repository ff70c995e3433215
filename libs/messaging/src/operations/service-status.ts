import { Inject, Injectable } from '@nestjs/common';
import { Clock, ServiceConfig, Timers } from '@chengxin/platform';
import { ParkedRows } from '../parking/parked-rows.js';
import { Relay } from '../relay/relay.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { CountedThings } from './counts.js';
import { Lag } from './lag.js';
import { OutboxState } from './outbox-state.js';

/** Where a status comes from. */
@Injectable()
export class StatusSources {
  constructor(
    readonly counted: CountedThings,
    readonly outbox: OutboxState,
    readonly lag: Lag,
    readonly parked: ParkedRows,
    readonly timers: Timers,
  ) {}
}

/** What one service process and its database look like from outside. */
@Injectable()
export class ServiceStatus {
  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly config: ServiceConfig,
    private readonly sources: StatusSources,
    private readonly relay: Relay,
    private readonly clock: Clock,
  ) {}

  /** Reads everything. Throws when broker or database does not answer. */
  async read() {
    const { counted, outbox, lag, parked, timers } = this.sources;
    const [counts, waiting, behind, parkedByTopic, overdue, nextDue] = await Promise.all([
      counted.all(),
      outbox.read(),
      lag.read(),
      parked.count(),
      timers.overdue(),
      timers.nextDue(),
    ]);
    return {
      service: this.options.service,
      instance: this.config.instance,
      pid: process.pid,
      memory: process.memoryUsage().rss,
      counts,
      outbox: waiting,
      lag: behind.topics,
      parked: parkedByTopic,
      timers: { overdue, nextDue },
      relay: this.relay.state,
      clock: { offsetSeconds: this.clock.offsetSeconds, today: this.clock.today() },
    };
  }
}
