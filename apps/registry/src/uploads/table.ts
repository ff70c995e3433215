import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Encoding } from './text-encoding.js';

/** A file of which some row cannot be told from the next (a quote that never closes): what was before it was readable. */
export class BrokenTable extends Error {
  constructor(readonly afterRows: number) {
    super(`the table is broken behind row ${afterRows}`);
    this.name = 'BrokenTable';
  }
}

/** Longer than this (characters) no row of a catalogue can be: a quote was left open. */
const LONGEST_ROW = 200_000;

/**
 * The rows of a CSV file, cells as they stand, blank rows left out; LF or CRLF, quoted fields, a byte order mark skipped.
 * Reads as it is asked, in constant memory. Throws `BrokenTable` where rows cannot be told apart.
 */
export async function* rowsOf(path: string, encoding: Encoding): AsyncGenerator<string[]> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_ROW,
  });
  pipeline(
    createReadStream(path),
    (bytes: AsyncIterable<Buffer>) => decoded(bytes, encoding),
    parser,
    () => undefined,
  );
  let rows = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rows += 1;
      yield cells;
    }
  } catch (fault) {
    if (fault instanceof CsvError) throw new BrokenTable(rows);
    throw fault;
  }
}

/** The first rows of a file; what is behind them is not read, so a break there is not yet found. */
export async function firstRows(path: string, encoding: Encoding, count: number): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    for await (const cells of rowsOf(path, encoding)) {
      rows.push(cells);
      if (rows.length === count) break;
    }
  } catch (fault) {
    if (!(fault instanceof BrokenTable)) throw fault; // it is found again, and told, when the file is read whole
  }
  return rows;
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
