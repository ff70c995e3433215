import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Service } from '@chengxin/contracts';
import { MachineClock } from '@chengxin/platform';
import type { Offsets } from '../kafka/end-offsets.js';
import { Rebuilding } from '../rebuild/rebuilding.js';
import { CopyState, type CopiesNow } from './copy-state.js';
import { holds, type ParkedKeys, WatermarkBook } from './watermark-book.js';

const REFRESH_MS = 500;
const TOO_OLD_MS = 5_000;

/** How current this service's copies are: everything known up to `asOf` (machine time) is in them. */
export type CopyAge = {
  /** Undefined when a service has announced nothing yet that was reached. */
  asOf: Date | undefined;
  /** Older than five seconds of machine time, or unknown. */
  behind: boolean;
  /** Whether the copies are under suspicion and being rebuilt. */
  rebuilding: boolean;
  /** Whether an event of this key is parked here, or at one of the services asked for. */
  parked(key: string): boolean;
};

/** Answers as of when this service's copies are, from the watermarks received and the offsets consumed by all of its replicas. */
@Injectable()
export class Watermarks {
  private readonly logger = new Logger(Watermarks.name);
  private consumed: Offsets = {};
  private parkedHere: ParkedKeys = {};
  private parkings = 0;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly book: WatermarkBook,
    private readonly copies: CopyState,
    private readonly dataSource: DataSource,
    private readonly machine: MachineClock,
    private readonly rebuilding: Rebuilding,
  ) {}

  /**
   * As of when the copies of these services' facts are: the earliest of their times, and of the times at which they themselves had
   * consumed one another's.
   */
  asOf(services: readonly Service[]): CopyAge {
    const earliest = this.book.earliest(services, this.consumed);
    const asOf = earliest === undefined ? undefined : new Date(earliest);
    const behind = !asOf || this.machine.now().getTime() - asOf.getTime() > TOO_OLD_MS;
    return {
      asOf,
      behind,
      rebuilding: this.rebuilding.now,
      parked: (key) => holds(this.parkedHere, key) || this.book.isParkedAt(services, key),
    };
  }

  /** For each service heard of, how many seconds old what its copies here reach is. */
  ages(now: Date): [Service, number][] {
    const reached = Object.entries(this.book.reachedAt(this.consumed));
    return reached.map(([service, at]) => [service as Service, (now.getTime() - Date.parse(at)) / 1000]);
  }

  /** Begins to follow what the database says. */
  async start(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      this.refresh().catch((error: Error) => this.logger.debug(`copies could not be read: ${error.message}`));
    }, REFRESH_MS);
  }

  /** Ends following. */
  stop(): void {
    clearInterval(this.timer);
  }

  /** Takes what a committed batch of this process consumed and parked, before the database is asked again. */
  applied(offsets: Offsets, parked: ParkedKeys): void {
    this.consumed = furthest(this.consumed, offsets);
    for (const [topic, keys] of Object.entries(parked)) {
      this.parkedHere[topic] = [...(this.parkedHere[topic] ?? []), ...keys];
      this.parkings += 1;
    }
  }

  private async refresh(): Promise<void> {
    const { parkings } = this;
    const now: CopiesNow = await this.copies.read((sql) => this.dataSource.query(sql));
    this.consumed = furthest(this.consumed, now.consumed);
    // what was parked while the database was read may not be in its answer
    if (this.parkings === parkings) this.parkedHere = now.parked;
  }
}

/** For each partition the larger of two offsets. */
function furthest(a: Offsets, b: Offsets): Offsets {
  const topics = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...topics].map((topic) => [topic, furthestOfTopic(a[topic] ?? {}, b[topic] ?? {})]));
}

function furthestOfTopic(a: Record<string, string>, b: Record<string, string>): Record<string, string> {
  const larger = Object.entries(b).filter(([partition, offset]) => BigInt(offset) > BigInt(a[partition] ?? '-1'));
  return { ...a, ...Object.fromEntries(larger) };
}
