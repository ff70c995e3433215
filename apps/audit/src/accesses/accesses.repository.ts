import { type CreditCode } from '@chengxin/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EntryRow } from '../entries/entry.row.js';

/** The predicate of the index `entries_looks_idx`, word for word, or the index is not used. */
const IS_LOOK = `(entry.type like 'credit.%.access-recorded.v1' or entry.type = 'credit.verification.check-answered.v1')`;

/** The looks among the entries of the log. */
@Injectable()
export class AccessesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Up to `limit` looks at an enterprise before a position of the log (absent: from its end on), the latest first. */
  before(position: string | undefined, creditCode: CreditCode, limit: number): Promise<EntryRow[]> {
    const looks = this.dataSource.manager
      .createQueryBuilder(EntryRow, 'entry')
      .where(IS_LOOK)
      .andWhere('entry.key = :creditCode', { creditCode });
    if (position !== undefined) looks.andWhere('entry.position < :position', { position });
    return looks.orderBy('entry.position', 'DESC').limit(limit).getMany();
  }
}
