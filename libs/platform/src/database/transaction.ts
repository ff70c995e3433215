import type { DataSource, EntityManager } from 'typeorm';
import { markEffect } from '../idempotency/pending-request.js';

/** An open transaction: everything written through it is committed together or not at all. */
export type Transaction = EntityManager;

type AfterCommit = () => void;

const afterCommits = new WeakMap<Transaction, AfterCommit[]>();

/** As many connections as a pool may still hold after the server cut them. */
const STALE_CONNECTIONS = 10;

/**
 * Runs `work` in one transaction and gives its result; rolls back when it throws. A connection that turns out to be cut
 * before the transaction has begun is replaced: nothing was done on it.
 */
export async function inTransaction<T>(dataSource: DataSource, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let stale = 0; ; stale += 1) {
    const attempt: Attempt = { begun: false, signals: [] };
    try {
      const result = await dataSource.transaction((tx) => begin(attempt, tx, work));
      for (const signal of attempt.signals) signal();
      return result;
    } catch (error) {
      if (attempt.begun || stale === STALE_CONNECTIONS) throw error;
    }
  }
}

interface Attempt {
  begun: boolean;
  signals: AfterCommit[];
}

async function begin<T>(attempt: Attempt, tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  attempt.begun = true;
  afterCommits.set(tx, attempt.signals);
  const outcome = await work(tx);
  await markEffect(tx);
  return outcome;
}

/** Calls `signal` once `tx` is committed, in this process; never when it is rolled back, nor when it was opened by another door. */
export function afterCommit(tx: Transaction, signal: AfterCommit): void {
  afterCommits.get(tx)?.push(signal);
}

/**
 * Takes the locks of these message keys until the transaction ends. Must be its first statement: it draws no
 * transaction number, so that numbers are drawn in the order of the locks and events leave in that order. Several keys
 * are locked in the order of their hash, so that two transactions never wait for one another.
 */
export async function lock(tx: Transaction, ...keys: string[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(h) from (select distinct hashtextextended(k, 42) h from unnest($1::text[]) k order by 1 offset 0) s`,
    [keys],
  );
}

/**
 * The moment from which the platform knows what this transaction writes: the database's clock, drawn after the
 * transaction has its number (else a watermark may overtake it) and rounded up to the millisecond that a `Date` holds.
 * Call it after `lock`.
 */
export async function knownAt(tx: Transaction): Promise<Date> {
  const [row] = await tx.query<{ at: Date }[]>(
    `select date_trunc('milliseconds', clock_timestamp() + interval '999 microseconds') as at
       from (select pg_current_xact_id() as number offset 0) drawn where number is not null`,
  );
  if (!row) throw new Error('the database gave no time');
  return row.at;
}
