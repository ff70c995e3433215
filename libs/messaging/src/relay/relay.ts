import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ServiceConfig } from '@chengxin/platform';
import { OutboxSignal } from '../outbox/outbox-signal.js';
import { atMost } from '../service/at-most.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { LeaderSession } from './leader-session.js';
import { Publication } from './publication.js';

const STANDBY_MS = 200;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Carries a service's outbox to Kafka. Of all replicas the one that holds the database's lock leads; the others try five times a
 * second. After any error everything is dropped (session, producer, what was read ahead) and begun anew from the cursor in the
 * database: an event may then be published twice, never lost and never before an earlier one of its key.
 */
@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private running?: Promise<void>;
  private readonly closing = new AbortController();
  private current?: LeaderSession;
  private pause = STANDBY_MS;

  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly config: ServiceConfig,
    private readonly signal: OutboxSignal,
    private readonly publication: Publication,
  ) {}

  /** Whether this process leads, under which number, and when it last announced a watermark (machine time). */
  get state(): { leading: boolean; epoch?: number; announcedAt?: Date } {
    const { active, announcedAt } = this.publication;
    return active ? { leading: true, epoch: this.current?.epoch, announcedAt } : { leading: false };
  }

  /** Begins in the background. */
  start(): void {
    this.running ??= this.run();
  }

  /** Publishes what is left in the outbox, at most until `deadlineMs` have passed, and gives up the lead. */
  async stop(deadlineMs: number): Promise<void> {
    this.closing.abort();
    this.signal.raise();
    await atMost(deadlineMs, this.running);
    await atMost(deadlineMs, this.current?.close());
  }

  private get ends(): boolean {
    return this.closing.signal.aborted;
  }

  private async rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.closing.signal }).catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.ends) {
      try {
        await this.lead();
      } catch (error) {
        this.report(error);
        await this.rest(this.pause);
        this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private async lead(): Promise<void> {
    const session = await LeaderSession.open(this.config.databaseUrl, this.options.service);
    this.current = session;
    try {
      const cursor = await this.office(session);
      if (!cursor) return;
      await this.publication.run(session, cursor, { closing: () => this.ends, progress: () => (this.pause = STANDBY_MS) });
    } finally {
      await session.close();
    }
  }

  /** Waits until this session leads; undefined when the process ends first. */
  private async office(session: LeaderSession) {
    for (;;) {
      const cursor = await session.lead();
      if (cursor || this.ends) return cursor;
      await this.rest(STANDBY_MS);
    }
  }

  private report(error: unknown): void {
    if (this.ends) return;
    this.logger.warn(`the relay begins anew: ${error instanceof Error ? error.message : String(error)}`);
  }
}
