import { csvRows } from './csv.js';
import type { FileFormat } from './file-format.js';
import { jsonLinesRows } from './json-lines.js';
import { BrokenTable, type TableRow } from './table-row.js';
import type { Encoding } from './text-encoding.js';
import { workbookRows } from './xlsx/workbook-rows.js';

/** A stored file and how its rows are read; a workbook has no encoding of its own. */
export type TableFile = { path: string; format: FileFormat; encoding: Encoding | undefined };

const READERS: Record<FileFormat, (path: string, encoding: Encoding) => AsyncGenerator<TableRow>> = {
  csv: csvRows,
  'json-lines': jsonLinesRows,
  xlsx: workbookRows,
};

/**
 * The rows of a file in any format, its header first, blank rows left out, read as it is asked. Throws `BrokenTable` where rows cannot
 * be told apart and `UnusableWorkbook` for a workbook that is not read at all.
 */
export function rowsOf({ path, format, encoding }: TableFile): AsyncGenerator<TableRow> {
  return READERS[format](path, encoding ?? 'utf-8');
}

/** The first rows of a file; what is behind them is not read, so a break there is not yet found. */
export async function firstRows(file: TableFile, count: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  try {
    for await (const row of rowsOf(file)) {
      rows.push(row);
      if (rows.length === count) break;
    }
  } catch (fault) {
    if (!(fault instanceof BrokenTable)) throw fault; // it is found again, and told, when the file is read whole
  }
  return rows;
}
