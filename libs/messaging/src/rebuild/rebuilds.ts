import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '@chengxin/platform';
import { Relay } from '../relay/relay.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { Rebuild, sumOf } from './rebuild.js';
import { RebuildRows, type RebuildRow, type RebuildState } from './rebuild-rows.js';
import { Rebuilding } from './rebuilding.js';
import { refusalOf } from './refusals.js';

/** How far a rebuild is, in messages of the topics read and in events applied; `none` when there was never one. */
export type RebuildProgress = {
  state: RebuildState | 'none';
  read: number;
  total: number;
  applied: number;
  by?: string;
  /** Why it has failed. */
  reason?: string;
  beganAt?: Date;
  endedAt?: Date;
};

const LOOK_MS = 500;

/** What a rebuild is carried through with, and who must know of it. */
@Injectable()
export class RebuildWork {
  constructor(
    readonly rebuild: Rebuild,
    readonly rows: RebuildRows,
    readonly rebuilding: Rebuilding,
    readonly relay: Relay,
  ) {}
}

/** Begins rebuilds and tells how far they are; the process whose relay leads carries them through, whoever began them. */
@Injectable()
export class Rebuilds {
  private readonly logger = new Logger(Rebuilds.name);
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private closing = false;

  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
    private readonly work: RebuildWork,
  ) {}

  /** Begins a rebuild for `by`. Throws `rebuild.no-copies` and `rebuild.running`. */
  async begin(by: string): Promise<RebuildProgress> {
    const { service, copies } = this.options;
    if (copies.length === 0) throw refusalOf('rebuild.no-copies', service);
    const { topics } = this.work.rebuild;
    const row = await inTransaction(this.dataSource, (tx) => this.work.rows.begin(tx, by, { copies, topics }));
    if (!row) throw refusalOf('rebuild.running', service);
    this.logger.warn(`${by} has the copies rebuilt: ${copies.join(', ')}`);
    this.take(row);
    return progressOf(row);
  }

  /** How far the open rebuild is, else how the last one ended. */
  async progress(): Promise<RebuildProgress> {
    const row = await this.work.rows.newest();
    return row ? progressOf(row) : { state: 'none', read: 0, total: 0, applied: 0 };
  }

  /** Begins to look for open rebuilds. */
  async start(): Promise<void> {
    if (this.options.copies.length === 0) return;
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_MS);
  }

  /** Ends looking, and the step under way. */
  async stop(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    try {
      this.take(await this.work.rows.newest());
    } catch (error) {
      this.logger.debug(`rebuilds could not be read: ${String(error)}`);
    }
  }

  private take(row: RebuildRow | undefined): void {
    const open = row !== undefined && !row.endedAt;
    this.work.rebuilding.set(open);
    if (open && !this.abandoned()) this.running ??= this.carryThrough(row);
  }

  private readonly abandoned = (): boolean => this.closing || !this.work.relay.state.leading;

  private async carryThrough(row: RebuildRow): Promise<void> {
    try {
      await this.work.rebuild.carryThrough(row, this.abandoned);
    } catch (error) {
      this.logger.warn(`the rebuild goes on in a moment: ${String(error)}`);
    } finally {
      this.running = undefined;
    }
  }
}

const progressOf = ({ state, ends, reached, applied, by, reason, beganAt, endedAt }: RebuildRow): RebuildProgress => ({
  state,
  read: sumOf(reached),
  total: sumOf(ends),
  applied,
  by,
  ...(reason && { reason }),
  beganAt,
  ...(endedAt && { endedAt }),
});
