import { Counts } from '@chengxin/messaging';
import type { Moment, Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { RatingRow } from './rating.row.js';

const FIRST = 1;
const CHUNK = 1_000;

/** The history of ratings. */
@Injectable()
export class RatingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The rating of an enterprise; undefined before its first. */
  async find(creditCode: string): Promise<RatingRow | undefined> {
    const row = await this.dataSource.getRepository(RatingRow).findOne({ where: { creditCode }, order: { position: 'DESC' } });
    return row ?? undefined;
  }

  /** The rating of an enterprise on a day, by what was known at an instant; undefined where there was none. */
  async findAt(tx: Transaction, creditCode: string, { effectiveAt, knownAt }: Moment): Promise<RatingRow | undefined> {
    const known = { creditCode, knownAt: LessThanOrEqual(knownAt) };
    const where = effectiveAt ? { ...known, ratedOn: LessThanOrEqual(effectiveAt) } : known;
    return (await tx.findOne(RatingRow, { where, order: { position: 'DESC' } })) ?? undefined;
  }

  /** The rating of each of these enterprises that has one. */
  async latest(tx: Transaction, creditCodes: readonly string[]): Promise<Map<string, RatingRow>> {
    const rows = await tx
      .createQueryBuilder(RatingRow, 'r')
      .distinctOn(['r.credit_code'])
      .where('r.credit_code = any(:creditCodes)', { creditCodes })
      .orderBy('r.credit_code')
      .addOrderBy('r.position', 'DESC')
      .getMany();
    return new Map(rows.map((row) => [row.creditCode, row]));
  }

  /** Adds ratings to the history. */
  async add(tx: Transaction, ratings: readonly RatingRow[]): Promise<void> {
    for (let from = 0; from < ratings.length; from += CHUNK) await tx.insert(RatingRow, ratings.slice(from, from + CHUNK));
  }

  /** How many enterprises are rated. */
  @Counts('rated')
  count(): Promise<number> {
    return this.dataSource.getRepository(RatingRow).countBy({ position: FIRST });
  }
}
