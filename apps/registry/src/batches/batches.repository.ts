import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@chengxin/kernel';
import type { Transaction } from '@chengxin/platform';
import type { Deletion, RowFault, RowWarning } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { UnitsRepository } from '../units/units.repository.js';
import { BatchRow, type BatchState } from './batch.row.js';

/** What a chunk of rows adds to the counts of its batch. */
export type ChunkCounts = Pick<BatchRow, 'rowsRead' | 'accepted' | 'unchanged' | 'corrected' | 'refused' | 'repeatedHeaders' | 'warned'>;

/** A batch as it is received. */
export type NewBatch = Pick<
  BatchRow,
  'id' | 'item' | 'itemEntry' | 'unitCode' | 'asOf' | 'correction' | 'actor' | 'header' | 'unknownColumns' | 'state' | 'receivedOn'
> &
  Partial<Pick<BatchRow, 'unitName' | 'reason' | 'document' | 'digest' | 'format' | 'encoding' | 'bytes' | 'mappingVersion'>>;

/** A refused row as its sender wrote it; cells on natural persons lie apart, under `personalId`, until they are deleted. */
export type Rejection = { row: number; faults: RowFault[]; cells: string[]; personalId?: string; deleted?: Deletion };

/** A row that went in, with what is worth a look. */
export type WarnedRow = { row: number; recordId?: string; warnings: RowWarning[] };

type RejectionRow = Omit<Rejection, 'personalId' | 'deleted'> & {
  apart: Record<string, string> | null;
  deletedOn: LocalDate | null;
  under: string | null;
};

const REJECTIONS = {
  name: 'rejections',
  columns: { batch_id: 'uuid', row_number: 'integer', faults: 'jsonb', cells: 'jsonb', personal_id: 'uuid' },
} as const;
const WARNINGS = {
  name: 'row_warnings',
  columns: { batch_id: 'uuid', row_number: 'integer', record_id: 'uuid', warnings: 'jsonb' },
} as const;

/** Batches, their refused rows and their warnings. */
@Injectable()
export class BatchesRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly units: UnitsRepository,
  ) {}

  /** The batch of an identifier. */
  find(id: string): Promise<BatchRow | null> {
    return this.dataSource.manager.findOneBy(BatchRow, { id });
  }

  /** Stores a new batch; without a name its unit takes the one that rows have given it, else its code. */
  async add(tx: Transaction, batch: NewBatch): Promise<void> {
    await tx.insert(BatchRow, { ...batch, unitName: batch.unitName ?? (await this.units.nameOf(tx, batch.unitCode)) });
  }

  /** The oldest batch that is not at its end: they are read one after the other. */
  nextUnfinished(): Promise<BatchRow | null> {
    return this.dataSource.createQueryBuilder(BatchRow, 'b').where(`b.state in ('waiting', 'running')`).orderBy('b.position').getOne();
  }

  /** Which of these identifiers are no batch that is still to be read. */
  async finished(ids: readonly string[]): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select id from unnest($1::uuid[]) id where not exists (select from batches b where b.id = id and b.state in ('waiting', 'running'))`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** How many batches wait or are being read. */
  async countUnfinished(): Promise<number> {
    return this.dataSource.createQueryBuilder(BatchRow, 'b').where(`b.state in ('waiting', 'running')`).getCount();
  }

  /** Moves a batch on by one chunk. Throws when another process has moved it meanwhile: nothing of the chunk is kept then. */
  async advance(tx: Transaction, { id, rowsRead }: BatchRow, counts: ChunkCounts): Promise<void> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update batches set state = 'running', rows_read = rows_read + $3, accepted = accepted + $4, unchanged = unchanged + $5,
              corrected = corrected + $6, refused = refused + $7, repeated_headers = repeated_headers + $8, warned = warned + $9
        where id = $1 and rows_read = $2 and state in ('waiting', 'running')`,
      [
        id,
        rowsRead,
        counts.rowsRead,
        counts.accepted,
        counts.unchanged,
        counts.corrected,
        counts.refused,
        counts.repeatedHeaders,
        counts.warned,
      ],
    );
    if (changed !== 1) throw new Error(`batch ${id} was moved on by another process`);
  }

  /** Ends a batch and gives it as it ended; null when another process has ended it. */
  async end(tx: Transaction, id: string, state: BatchState, fault?: string): Promise<BatchRow | null> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update batches set state = $2, fault = $3, ended_at = clock_timestamp() where id = $1 and state in ('waiting', 'running')`,
      [id, state, fault ?? null],
    );
    return changed === 1 ? tx.findOneBy(BatchRow, { id }) : null;
  }

  /** Keeps refused rows and warnings of a chunk. */
  async keep(tx: Transaction, batchId: string, rejections: readonly Rejection[], warned: readonly WarnedRow[]): Promise<void> {
    await insertRows(
      tx,
      REJECTIONS,
      rejections.map(({ row, faults, cells, personalId }) => ({
        batch_id: batchId,
        row_number: row,
        faults,
        cells,
        personal_id: personalId,
      })),
    );
    await insertRows(
      tx,
      WARNINGS,
      warned.map(({ row, recordId, warnings }) => ({ batch_id: batchId, row_number: row, record_id: recordId, warnings })),
    );
  }

  /** Refused rows behind a row number, in the order of the file; cells that were kept apart are put back where they still exist. */
  async rejections(batchId: string, after: number, limit: number): Promise<Rejection[]> {
    const rows = await this.dataSource.query<RejectionRow[]>(
      `select r.row_number as row, r.faults, r.cells, p.details as apart, d.deleted_on as "deletedOn", coalesce(d.entry, d.document) as under
         from rejections r left join personal_details p on p.id = r.personal_id left join personal_deletions d on d.personal_id = r.personal_id
        where r.batch_id = $1 and r.row_number > $2 order by r.row_number limit $3`,
      [batchId, after, limit],
    );
    return rows.map(({ row, faults, cells, apart, deletedOn, under }) => {
      const whole = { row, faults, cells: cells.map((cell, at) => apart?.[at] ?? cell) };
      return deletedOn && under ? { ...whole, deleted: { deletedOn, under } } : whole;
    });
  }

  /** The first warned rows of a batch. */
  warned(batchId: string, limit: number): Promise<WarnedRow[]> {
    return this.dataSource.query(
      `select row_number as row, record_id as "recordId", warnings from row_warnings where batch_id = $1 order by row_number limit $2`,
      [batchId, limit],
    );
  }
}
