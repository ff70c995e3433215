import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { BrokenTable, LONGEST_ROW, type TableRow } from './table-row.js';
import { decoded, type Encoding } from './text-encoding.js';

/** How every CSV text is read: cells as they stand, blank rows left out. */
export const CSV = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  max_record_size: LONGEST_ROW,
} as const;

/**
 * The rows of a CSV file, cells as they stand, blank rows left out; LF or CRLF, quoted fields, a byte order mark skipped.
 * Throws `BrokenTable` where rows cannot be told apart.
 */
export async function* csvRows(path: string, encoding: Encoding): AsyncGenerator<TableRow> {
  const parser = parse(CSV);
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
      yield { cells, faults: [] };
    }
  } catch (fault) {
    if (fault instanceof CsvError) throw new BrokenTable(rows);
    throw fault;
  }
}
