import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { BatchRow } from './batch.row.js';
import { BatchesRepository } from './batches.repository.js';
import { type RejectedCells, rejectedCells } from './rejected-cells.js';
import { rejectionsCsv } from './rejections-csv.js';
import { rejectionsJsonLines } from './rejections-json-lines.js';
import { rejectionsWorkbook } from './rejections-xlsx.js';

type Pages = AsyncIterable<RejectedCells[]>;

/** A file of refused rows: its media type, the ending of its name, and its bytes as they are asked. */
export type RejectionsFile = { type: string; ending: string; content: Readable };

const PAGE = 500;
const WRITERS: readonly (Omit<RejectionsFile, 'content'> & { write(header: readonly string[], pages: Pages): Readable })[] = [
  { type: 'text/csv; charset=utf-8', ending: 'csv', write: (header, pages) => Readable.from(rejectionsCsv(header, pages)) },
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: rejectionsWorkbook,
  },
  { type: 'application/x-ndjson', ending: 'jsonl', write: (header, pages) => Readable.from(rejectionsJsonLines(header, pages)) },
];

/** The media types in which refused rows go back, beside JSON. */
export const REJECTION_TYPES = WRITERS.map(({ type }) => mediaType(type));

/** Gives refused rows back to their sender as a file. */
@Injectable()
export class RejectionsService {
  constructor(private readonly batches: BatchesRepository) {}

  /** The refused rows of a batch in the first format that an `Accept` header names; undefined when it names none of a file. */
  fileOf({ id, header }: BatchRow, accept: string | undefined): RejectionsFile | undefined {
    const writer = WRITERS.find(({ type }) => accept?.includes(mediaType(type)));
    if (!writer) return undefined;
    const { type, ending, write } = writer;
    return { type, ending, content: write(header, this.pages(id, header.length)) };
  }

  private async *pages(id: string, columns: number): AsyncGenerator<RejectedCells[]> {
    let rows = await this.batches.rejections(id, 0, PAGE);
    while (rows.length > 0) {
      yield rows.map((row) => rejectedCells(row, columns));
      rows = rows.length < PAGE ? [] : await this.batches.rejections(id, rows.at(-1)?.row ?? 0, PAGE);
    }
  }
}

function mediaType(type: string): string {
  return type.split(';')[0] ?? type;
}
