import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '@chengxin/platform';
import { insertRows } from '../database/insert-rows.js';

/** Details to be kept: of a record or of a refused row, with the key of the digest that stands elsewhere. */
export type KeptDetails = { id: string; about: 'record' | 'rejection'; key: string; details: Record<string, string> };

const TABLE = {
  name: 'personal_details',
  columns: { id: 'uuid', about: 'text', key: 'text', details: 'jsonb', kept_since: 'date' },
} as const;

/** The one deletable place for identity papers of natural persons. */
@Injectable()
export class PersonalDetailsRepository {
  constructor(private readonly clock: Clock) {}

  /** Keeps details, each under its identifier. */
  async keep(tx: Transaction, kept: readonly KeptDetails[]): Promise<void> {
    await insertRows(
      tx,
      TABLE,
      kept.map((details) => ({ ...details, kept_since: this.clock.today() })),
    );
  }

  /** The details under an identifier; none when they were deleted. */
  async detailsOf(tx: Transaction, id: string): Promise<Record<string, string>> {
    const [row] = await tx.query<{ details: Record<string, string> }[]>(`select details from personal_details where id = $1`, [id]);
    return row?.details ?? {};
  }

  /** Deletes details; what refers to them reads as deleted from then on. */
  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(`delete from personal_details where id = any($1)`, [ids]);
  }
}
