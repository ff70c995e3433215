import { Injectable } from '@nestjs/common';
import { inTransaction, lock, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import { DataSource } from 'typeorm';
import { type DeletionOrder, PersonalDeletions } from './personal-deletions.js';
import type { StandingPlace } from './personal-details.repository.js';
import { RecordsRepository } from './records.repository.js';

/** Carries out orders to delete personal details. */
@Injectable()
export class PersonalOrders {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: RecordsRepository,
    private readonly deletions: PersonalDeletions,
  ) {}

  /** Deletes the personal details of a record; 404 without the record, 409 without details. */
  async delete(id: string, order: DeletionOrder): Promise<StandingPlace> {
    const found = await this.records.find(this.dataSource.manager, id);
    if (!found) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, found.creditCode, 'registry');
      const record = await this.records.find(tx, id);
      if (!record) throw new Error(`record ${id} is gone`);
      return this.deletions.order(tx, record, order);
    });
  }
}
