import { Injectable } from '@nestjs/common';
import { ReportReceivedV1 } from '@chengxin/contracts';
import { Outbox } from '@chengxin/messaging';
import { inTransaction, knownAt, lock, type Transaction } from '@chengxin/platform';
import { DataSource } from 'typeorm';
import { SourceReports } from '../sources/problems/source-reports.js';
import { FileStore } from '../uploads/file-store.js';
import type { BatchRow } from './batch.row.js';
import { BatchesRepository } from './batches.repository.js';

/** The end of a batch: its report is announced, its file is removed and only the digest stays. */
@Injectable()
export class BatchEnding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: BatchesRepository,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly reports: SourceReports,
  ) {}

  /** The file was read to its end: the unit's report is received. */
  async end(id: string): Promise<void> {
    await this.close(id, 'done');
  }

  /** The file cannot be read on: what was before went in, but it is no report up to its day. */
  async breakOff(id: string, where: string): Promise<void> {
    await this.close(id, 'broken', where);
  }

  /** Announces the report of a batch that is at its end; the unit's lock must be held. */
  async announce(tx: Transaction, batch: BatchRow): Promise<void> {
    const at = await knownAt(tx);
    const { id, item, asOf, rowsRead, repeatedHeaders, accepted, unchanged, refused, corrected, receivedOn } = batch;
    const rows = rowsRead - repeatedHeaders;
    const unit = { code: batch.unitCode, name: batch.unitName };
    const counts = { rows, accepted, unchanged, refused, corrected, nothingNew: rows === 0 };
    const data: ReportReceivedV1 = { unit, item, asOf, batchId: id, ...counts, receivedOn, knownAt: at.toISOString() };
    await this.outbox.add(tx, { contract: ReportReceivedV1, key: batch.unitCode, data });
    await this.reports.received(tx, batch);
  }

  private async close(id: string, state: 'done' | 'broken', fault?: string): Promise<void> {
    const batch = await this.batches.find(id);
    if (!batch) return;
    await inTransaction(this.dataSource, async (tx) => {
      await lock(tx, batch.unitCode);
      const ended = await this.batches.end(tx, id, state, fault);
      if (ended && state === 'done') await this.announce(tx, ended);
    });
    await this.files.remove(id);
  }
}
