import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MachineClock } from '../clock/machine-clock.js';
import { uuidv7 } from '../database/uuidv7.js';
import type { PendingRequest } from './pending-request.js';

/** The answer to a creating request, as it is given again. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** The row of a key: whose claim holds it, for which request, and how far that has come. */
export interface KeyRow {
  fingerprint: string;
  claim: string;
  committed: boolean;
  answer: KeptAnswer | null;
  /** Claimed so long ago that whoever held it is gone. */
  abandoned: boolean;
}

const KEPT_MS = 24 * 3_600_000;
const ABANDONED_MS = 60_000;

/** The rows of `idempotency_keys`. */
@Injectable()
export class IdempotencyKeysRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly machine: MachineClock,
  ) {}

  /**
   * Claims a key for a request and gives the row: with the new claim when nobody held it, its request was given up
   * before it had an effect, or its 24 hours are over; else as it is.
   */
  async claim(scope: string, key: string, fingerprint: string): Promise<{ mine: boolean; row: KeyRow; pending: PendingRequest }> {
    const now = this.machine.now();
    const claim = uuidv7(now);
    const rows = await this.dataSource.query<KeyRow[]>(
      `insert into idempotency_keys as k (scope, key, fingerprint, claim, claimed_at) values ($1, $2, $3, $4, $5)
       on conflict (scope, key) do update
         set fingerprint = excluded.fingerprint, claim = excluded.claim, claimed_at = excluded.claimed_at, committed = false, answer = null
         where k.claimed_at < $6 or (k.claimed_at < $7 and not k.committed and k.answer is null and k.fingerprint = excluded.fingerprint)
       returning fingerprint, claim, committed, answer, false as abandoned`,
      [scope, key, fingerprint, claim, now, new Date(now.getTime() - KEPT_MS), new Date(now.getTime() - ABANDONED_MS)],
    );
    const row = rows[0] ?? (await this.find(scope, key, now));
    return { mine: row.claim === claim, row, pending: { scope, key, claim } };
  }

  /** Keeps the answer of a request for those who send it again. */
  async keep({ scope, key, claim }: PendingRequest, answer: KeptAnswer): Promise<void> {
    await this.dataSource.query(`update idempotency_keys set committed = true, answer = $4 where scope = $1 and key = $2 and claim = $3`, [
      scope,
      key,
      claim,
      JSON.stringify(answer),
    ]);
  }

  /** Gives a key back after a request that was refused or failed: it may be tried again. */
  async release({ scope, key, claim }: PendingRequest): Promise<void> {
    await this.dataSource.query(`delete from idempotency_keys where scope = $1 and key = $2 and claim = $3`, [scope, key, claim]);
  }

  /** Removes what is older than 24 hours. */
  async purge(tx: EntityManager): Promise<void> {
    await tx.query(`delete from idempotency_keys where claimed_at < $1`, [new Date(this.machine.now().getTime() - KEPT_MS)]);
  }

  private async find(scope: string, key: string, now: Date): Promise<KeyRow> {
    const [row] = await this.dataSource.query<KeyRow[]>(
      `select fingerprint, claim, committed, answer, claimed_at < $3 as abandoned from idempotency_keys where scope = $1 and key = $2`,
      [scope, key, new Date(now.getTime() - ABANDONED_MS)],
    );
    return row ?? { fingerprint: '', claim: '', committed: false, answer: null, abandoned: false };
  }
}
