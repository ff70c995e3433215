import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MachineClock } from '../clock/machine-clock.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { OnTimer } from '../timers/on-timer.decorator.js';
import { Timers } from '../timers/timers.js';
import { IdempotencyKeysRepository } from './idempotency-keys.repository.js';

const TIMER = 'idempotency-purge';
const EVERY_MS = 3_600_000;

/** Removes old idempotency keys each hour. */
@Injectable()
export class IdempotencyPurge implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly timers: Timers,
    private readonly keys: IdempotencyKeysRepository,
    private readonly machine: MachineClock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await inTransaction(this.dataSource, (tx) => this.setNext(tx));
  }

  @OnTimer(TIMER)
  async purge(_: unknown, tx: Transaction): Promise<void> {
    await this.keys.purge(tx);
    await this.setNext(tx);
  }

  private setNext(tx: Transaction): Promise<void> {
    const dueAt = new Date(this.machine.now().getTime() + EVERY_MS);
    return this.timers.set(tx, { name: TIMER, key: TIMER, dueAt, clock: 'machine' });
  }
}
