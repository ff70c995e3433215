import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { MachineClock } from '../clock/machine-clock.js';
import { lock, type Transaction } from '../database/transaction.js';
import type { DueTimer, NewTimer, TimerHandler } from './timer.js';

const IS_DUE = `((t.clock = 'business' and t.due_at <= $1) or (t.clock = 'machine' and t.due_at <= $2))`;
const COLUMNS = `t.name, t.key, t.due_at as "dueAt", t.clock, t.facts`;
const SCAN = 500;
const LONGEST_WAIT_S = 300;

/** The rows of `timers`. */
@Injectable()
export class TimersRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly machine: MachineClock,
  ) {}

  async put(tx: Transaction, timers: readonly NewTimer[]): Promise<void> {
    const rows = timers.map(({ name, key, dueAt, clock, facts = {} }) => ({ name, key, due_at: dueAt, clock, facts }));
    await tx.query(
      `insert into timers (name, key, due_at, clock, facts)
       select name, key, due_at, clock, facts
         from jsonb_to_recordset($1::jsonb) as t (name text, key text, due_at timestamptz, clock text, facts jsonb)
       on conflict (name, key) do update
         set due_at = excluded.due_at, clock = excluded.clock, facts = excluded.facts, attempts = 0, retry_at = null`,
      [JSON.stringify(rows)],
    );
  }

  async remove(tx: Transaction, name: string, keys: readonly string[]): Promise<void> {
    await tx.query(`delete from timers where name = $1 and key = any($2)`, [name, keys]);
  }

  /** The timers of these names that may fire now, in due order; those behind a failed one of the same key wait with it. */
  due(names: string[]): Promise<DueTimer[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from timers t where ${IS_DUE} and t.name = any($3)
          and not exists (select from timers f where f.key = t.key and f.retry_at > $2 and f.due_at <= t.due_at)
        order by t.due_at, t.name, t.key limit ${SCAN}`,
      [...this.times(), names],
    );
  }

  /** Locks the key, removes the timer if it is still there and due, and calls `handler`. False: another scanner fired it, or it was moved. */
  async fire(tx: Transaction, { name, key }: DueTimer, handler: TimerHandler): Promise<boolean> {
    await lock(tx, key);
    const [rows] = await tx.query<[DueTimer[], number]>(
      `delete from timers t where t.name = $3 and t.key = $4 and ${IS_DUE} returning ${COLUMNS}`,
      [...this.times(), name, key],
    );
    if (!rows[0]) return false;
    await handler(rows[0], tx);
    return true;
  }

  /** Puts a failed timer off: one second, doubling to five minutes of machine time. */
  async putOff({ name, key }: DueTimer): Promise<void> {
    await this.dataSource.query(
      `update timers set attempts = attempts + 1,
              retry_at = $3::timestamptz + least(${LONGEST_WAIT_S}, power(2, least(attempts, 10))) * interval '1 second'
        where name = $1 and key = $2`,
      [name, key, this.machine.now()],
    );
  }

  async nextBusiness(): Promise<Date | undefined> {
    const [row] = await this.dataSource.query<{ at: Date | null }[]>(`select min(due_at) as at from timers where clock = 'business'`);
    return row?.at ?? undefined;
  }

  async countDue(): Promise<number> {
    const [row] = await this.dataSource.query<{ n: number }[]>(`select count(*)::integer as n from timers t where ${IS_DUE}`, this.times());
    return row?.n ?? 0;
  }

  private times(): [Date, Date] {
    return [this.clock.now(), this.machine.now()];
  }
}
