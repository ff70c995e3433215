import { Inject, Injectable } from '@nestjs/common';
import { Performed } from '../operations/performed.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { ParkedRows, type Line, type ParkedEvent, type ParkedRow } from './parked-rows.js';
import { Replay, type Announce } from './replay.js';

/** What an operator wants replayed: one event with all before it in its line, the whole line of a topic and key, or everything. */
export type ReplayTarget = { id: string } | { topic: string; key: string } | { all: true };

/** The parked events of this service: listed, shown, and replayed by name. */
@Injectable()
export class ParkedEvents {
  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly rows: ParkedRows,
    private readonly replaying: Replay,
    private readonly performed: Performed,
  ) {}

  /** A page of what is parked, first parked first; `after` is the position of the last seen. */
  list(limit: number, after?: string): Promise<(ParkedEvent & { position: string })[]> {
    return this.rows.list(limit, after);
  }

  /** One parked message with its bytes; undefined when it is not parked. */
  find(id: string): Promise<ParkedRow | undefined> {
    return this.rows.find(id);
  }

  /**
   * Replays in order; a line ends where an event fails again. Each part is announced as performed by `by`. Gives how many events
   * were applied, and how many remain parked.
   */
  async replay(target: ReplayTarget, by: string): Promise<{ replayed: number; parked: number }> {
    let replayed = 0;
    for (const line of await this.linesOf(target)) {
      replayed += await this.replaying.line(line, this.options.service, this.announcement(nameOf(target), by));
    }
    const left = await this.rows.count();
    return { replayed, parked: Object.values(left).reduce((sum, n) => sum + n, 0) };
  }

  private async linesOf(target: ReplayTarget): Promise<Line[]> {
    if ('id' in target) {
      const row = await this.rows.find(target.id);
      return row ? [{ topic: row.topic, key: row.key, upTo: row.position }] : [];
    }
    const lines = await this.rows.lines();
    return 'all' in target ? lines : lines.filter(({ topic, key }) => topic === target.topic && key === target.key);
  }

  private announcement(target: string, by: string): Announce {
    return (tx, count) => this.performed.announce(tx, { operation: 'replay', target, count, by });
  }
}

const nameOf = (target: ReplayTarget): string => ('id' in target ? target.id : 'all' in target ? 'all' : `${target.topic} ${target.key}`);
