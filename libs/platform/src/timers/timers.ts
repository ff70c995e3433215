import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { MachineClock } from '../clock/machine-clock.js';
import { correlation, correlationOf } from '../correlation/correlation.js';
import { afterCommit, inTransaction, type Transaction } from '../database/transaction.js';
import { TimerHandlers } from './timer-handlers.js';
import { TimersRepository } from './timers.repository.js';
import type { DueTimer, NewTimer, TimerHandler } from './timer.js';

const SCAN_EVERY_MS = 1_000;

/**
 * Statutory deadlines and other things to be done once at a moment. Scanned each second, and at once when business time
 * moves or a timer was set that is due already. A timer fires once, also with several replicas: its row is removed in the
 * transaction of its handler. Scanning begins with the application's bootstrap, so business time must be known before.
 */
@Injectable()
export class Timers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Timers.name);
  private handlers = new Map<string, TimerHandler>();
  private interval?: NodeJS.Timeout;
  private stopListening?: () => void;
  private scanning?: Promise<void>;
  private again = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly timers: TimersRepository,
    private readonly found: TimerHandlers,
    private readonly clock: Clock,
    private readonly machine: MachineClock,
  ) {}

  /** Sets timers in the caller's transaction, each name and key once; the same name and key again moves it. */
  async set(tx: Transaction, ...timers: NewTimer[]): Promise<void> {
    if (timers.length === 0) return;
    await this.timers.put(tx, timers);
    if (timers.some((timer) => this.isDue(timer))) afterCommit(tx, () => this.wake());
  }

  /** Takes the timers of this name and these keys back; nothing happens where there is none. */
  async cancel(tx: Transaction, name: string, ...keys: string[]): Promise<void> {
    if (keys.length > 0) await this.timers.remove(tx, name, keys);
  }

  /** When business time reaches the next timer; undefined when none waits. */
  nextDue(): Promise<Date | undefined> {
    return this.timers.nextBusiness();
  }

  /** How many timers are due and have not fired, failing ones included. */
  overdue(): Promise<number> {
    return this.timers.countDue();
  }

  onApplicationBootstrap(): void {
    this.handlers = this.found.find();
    this.stopListening = this.clock.onChange(() => this.wake());
    this.interval = setInterval(() => this.wake(), SCAN_EVERY_MS);
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.interval);
    this.interval = undefined;
    this.stopListening?.();
    await this.scanning;
  }

  private isDue({ clock, dueAt }: NewTimer): boolean {
    return dueAt <= (clock === 'business' ? this.clock.now() : this.machine.now());
  }

  private wake(): void {
    if (!this.interval) return;
    this.again = true;
    this.scanning ??= this.scan().finally(() => {
      this.scanning = undefined;
      if (this.again) this.wake();
    });
  }

  private async scan(): Promise<void> {
    while (this.again && this.interval) {
      this.again = false;
      try {
        if (await this.fireAll(await this.timers.due([...this.handlers.keys()]))) this.again = true;
      } catch (error) {
        this.logger.error(error, 'timers could not be scanned');
        return;
      }
    }
  }

  /** True when at least one fired, so that more may wait behind them. */
  private async fireAll(due: DueTimer[]): Promise<boolean> {
    const stuck = new Set<string>();
    let fired = false;
    for (const timer of due) {
      const handler = this.handlers.get(timer.name);
      if (!handler || stuck.has(timer.key) || !this.interval) continue;
      if (await this.fire(timer, handler)) fired = true;
      else stuck.add(timer.key);
    }
    return fired;
  }

  private async fire(timer: DueTimer, handler: TimerHandler): Promise<boolean> {
    const work = () => inTransaction(this.dataSource, (tx) => this.timers.fire(tx, timer, handler));
    try {
      await correlation.run(correlationOf({}), work);
      return true;
    } catch (error) {
      this.logger.error(error, `the timer ${timer.name} of ${timer.key} failed and is put off`);
      await this.timers.putOff(timer);
      return false;
    }
  }
}
