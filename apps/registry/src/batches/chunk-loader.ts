import { Injectable } from '@nestjs/common';
import { inTransaction, type Transaction, uuidv7 } from '@chengxin/platform';
import { type Header, isRepeatedHeader } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { newKey } from '../database/digest.js';
import { Intake } from '../intake/intake.js';
import type { Report, RowOutcome } from '../intake/row.js';
import { type KeptDetails, PersonalDetailsRepository } from '../records/personal-details.repository.js';
import { SourceHeaders } from '../sources/mappings/source-headers.js';
import type { BatchRow } from './batch.row.js';
import { BatchesRepository, type ChunkCounts, type Rejection } from './batches.repository.js';
import type { Chunk } from './chunks.js';
import { type FileRow, type IncomingFileRow, readFileRow } from './file-row.js';
import { separateCells } from './refused-row.js';

/** A batch with what its rows are read by. */
export type Loading = { batch: BatchRow; header: Header; report: Report };

/** Loads one chunk of a batch: read, decided, stored and announced in one transaction that also moves the batch on. */
@Injectable()
export class ChunkLoader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly intake: Intake,
    private readonly batches: BatchesRepository,
    private readonly personal: PersonalDetailsRepository,
    private readonly headers: SourceHeaders,
  ) {}

  /** What the rows of a batch are read by; throws when its header, which was sound at its receipt, no longer is. */
  async begin(batch: BatchRow): Promise<Loading> {
    const { item, today, header } = await this.headers.of(batch);
    if (!item || !header?.ok) throw new Error(`the catalogue no longer knows the header of batch ${batch.id}`);
    const unit = { code: batch.unitCode, name: batch.unitName };
    const correction = batch.correction ? { reason: batch.reason ?? '', document: batch.document ?? '' } : undefined;
    const { asOf, actor, id } = batch;
    const report: Report = { item, unit, asOf, today, actor, batchId: id, ...(correction && { correction }) };
    return { batch, header: header.value, report };
  }

  /** Reads a row as far as that goes without the database; undefined for the header once more. */
  read({ header, report }: Loading, row: FileRow): IncomingFileRow | undefined {
    if (isRepeatedHeader(header, row.cells)) return undefined;
    return this.intake.prepare(readFileRow(row, header, report.item, report.today), report);
  }

  /** Loads the rows behind those already committed and gives the batch as it stands then. */
  async load({ batch, header, report }: Loading, { rows, rowsRead }: Chunk): Promise<BatchRow> {
    const counts = await inTransaction(this.dataSource, async (tx) => {
      const outcomes = await this.intake.take(tx, rows, report);
      const chunk = countsOf(rowsRead, rowsRead - rows.length, outcomes);
      await this.keep(tx, { batch, header, report }, rows, outcomes);
      await this.batches.advance(tx, batch, chunk);
      return chunk;
    });
    return movedOn(batch, counts);
  }

  private async keep(tx: Transaction, { batch, header }: Loading, incoming: readonly IncomingFileRow[], outcomes: RowOutcome[]) {
    const rejections: Rejection[] = [];
    const apart: KeptDetails[] = [];
    outcomes.forEach(({ row, outcome, faults }, at) => {
      const read = incoming[at];
      if (outcome !== 'refused' || !read) return;
      const cells = separateCells(read.cells, header, read.naturalPerson);
      const personalId = Object.keys(cells.apart).length > 0 ? uuidv7() : undefined;
      if (personalId) apart.push({ id: personalId, about: 'rejection', key: newKey(), details: cells.apart });
      rejections.push({ row, faults, cells: cells.open, ...(personalId && { personalId }) });
    });
    await this.personal.keep(tx, apart);
    await this.batches.keep(
      tx,
      batch.id,
      rejections,
      outcomes.filter(({ warnings }) => warnings.length > 0),
    );
  }
}

function countsOf(rowsRead: number, repeatedHeaders: number, outcomes: readonly RowOutcome[]): ChunkCounts {
  const count = (outcome: RowOutcome['outcome']): number => outcomes.filter((one) => one.outcome === outcome).length;
  return {
    rowsRead,
    repeatedHeaders,
    accepted: count('accepted'),
    unchanged: count('unchanged'),
    corrected: count('corrected'),
    refused: count('refused'),
    warned: outcomes.filter(({ warnings }) => warnings.length > 0).length,
  };
}

function movedOn(batch: BatchRow, counts: ChunkCounts): BatchRow {
  const sums = Object.entries(counts).map(([name, count]) => [name, batch[name as keyof ChunkCounts] + count]);
  return { ...batch, ...(Object.fromEntries(sums) as ChunkCounts) };
}
