import { setImmediate } from 'node:timers/promises';
import { BrokenTable, type TableRow } from '../uploads/table-row.js';
import type { FileRow, IncomingFileRow } from './file-row.js';

/** Rows of a file that are stored together, and how many of the file's rows that is, repeated headers included. */
export type Chunk = { rows: IncomingFileRow[]; rowsRead: number };

/** Small enough for a transaction to stay well under a second, also on a busy machine. */
const ROWS_IN_A_CHUNK = 750;

/** Reading gives way after so many rows, a fraction of a millisecond: a chunk that is being stored waits for answers of the database meanwhile. */
const ROWS_AT_A_TIME = 4;

/** Where reading begins, and how a row is read; undefined for a repeated header. */
export type Reading = { behind: number; read: (row: FileRow) => IncomingFileRow | undefined };

/** The rows behind those already committed, chunk by chunk, and at the end of a table that breaks off, the break. */
export async function* chunksOf(table: AsyncIterable<TableRow>, { behind, read }: Reading): AsyncGenerator<Chunk | BrokenTable> {
  let chunk: Chunk = { rows: [], rowsRead: 0 };
  let broken: BrokenTable | undefined;
  let row = 0;
  try {
    for await (const found of table) {
      row += 1;
      if (row <= behind + 1) continue;
      const incoming = read({ row, ...found });
      if (incoming) chunk.rows.push(incoming);
      chunk.rowsRead += 1;
      if (chunk.rowsRead % ROWS_AT_A_TIME === 0) await setImmediate();
      if (chunk.rowsRead < ROWS_IN_A_CHUNK) continue;
      yield chunk;
      chunk = { rows: [], rowsRead: 0 };
    }
  } catch (fault) {
    if (!(fault instanceof BrokenTable)) throw fault;
    broken = fault;
  }
  if (chunk.rowsRead > 0) yield chunk;
  if (broken) yield broken;
}

/** The same values, each made while the one before it is still in use: reading and storing go on side by side. */
export async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      next.catch(() => undefined); // its fault is thrown when its turn comes
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}
