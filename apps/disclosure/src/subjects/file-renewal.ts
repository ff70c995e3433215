import { type CreditCode } from '@chengxin/kernel';
import { inTransaction, lock } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecordsRepository } from '../records/records.repository.js';
import { SubjectsRepository } from './subjects.repository.js';

/** Prepares what anyone may see anew where it was prepared under earlier rights: the law is dated, and its day comes without an event. */
@Injectable()
export class FileRenewal {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: SubjectsRepository,
    private readonly records: RecordsRepository,
  ) {}

  /** Renews the subject and all records of an enterprise under today's rights. */
  async renew(creditCode: CreditCode): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await lock(tx, creditCode);
      await this.subjects.renew(tx, creditCode);
      await this.records.renew(tx, creditCode);
    });
  }
}
