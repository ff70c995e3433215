import { createReadStream } from 'node:fs';
import { plainNumber } from './plain-number.js';
import { BrokenTable, type CellFault, LONGEST_ROW, MOST_COLUMNS, type TableRow } from './table-row.js';
import { decoded, type Encoding } from './text-encoding.js';

/**
 * The rows of a file with one JSON object a line. Its header is every key of the file in the order in which they appear, so that a key
 * which the first line leaves out is not lost. A line that is no object, and a value that is one, are faults of their row.
 * The file is read twice, in constant memory. Throws `BrokenTable` at a line that does not end.
 */
export async function* jsonLinesRows(path: string, encoding: Encoding): AsyncGenerator<TableRow> {
  const header = await keysOf(path, encoding);
  if (header.length === 0) return;
  yield { cells: header, faults: [] };
  let line = 1;
  for await (const text of linesOf(path, encoding)) {
    line += 1;
    const row = rowOf(text, header, line);
    if (row.faults.length > 0 || row.cells.some((cell) => cell !== '')) yield row;
  }
}

async function keysOf(path: string, encoding: Encoding): Promise<string[]> {
  const keys = new Set<string>();
  try {
    for await (const text of linesOf(path, encoding)) {
      for (const key of Object.keys(objectIn(text) ?? {})) keys.add(key);
      if (keys.size > MOST_COLUMNS) throw new BrokenTable(0);
    }
  } catch (fault) {
    if (!(fault instanceof BrokenTable) || keys.size > MOST_COLUMNS) throw fault; // the lines before the break are read
  }
  return [...keys];
}

function rowOf(text: string, header: readonly string[], line: number): TableRow {
  const object = objectIn(text);
  if (object) return objectRow(object, header);
  return { cells: header.map(() => ''), faults: [{ code: 'registry.line-unreadable', cell: String(line - 1) }] };
}

/** The row of an object under a header of keys; a value that is an object or a list is a fault of its cell. */
export function objectRow(object: Readonly<Record<string, unknown>>, header: readonly string[]): TableRow {
  const values = new Map(Object.entries(object));
  const faults: CellFault[] = [];
  const cells = header.map((key, column) => {
    const { text: cell, code } = cellOf(values.get(key));
    if (code) faults.push({ code, column, cell: key, found: cell });
    return cell;
  });
  return { cells, faults };
}

function cellOf(value: unknown): { text: string; code?: CellFault['code'] } {
  if (value === undefined || value === null) return { text: '' };
  if (typeof value === 'object') return { text: JSON.stringify(value), code: 'registry.value-nested' };
  if (typeof value !== 'number') return { text: String(value) };
  const text = plainNumber(value);
  return text === undefined ? { text: String(value), code: 'registry.cell-number-inexact' } : { text };
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // no JSON, which is a fault of its row and not of the file
  }
}

/** The lines that are not blank. */
async function* linesOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  let rows = 1; // the header, which no line holds
  let open = '';
  for await (const text of decoded(createReadStream(path), encoding)) {
    const lines = (open + text).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) {
      if (line.length > LONGEST_ROW) throw new BrokenTable(rows);
      if (line.trim() === '') continue;
      rows += 1;
      yield line;
    }
    if (open.length > LONGEST_ROW) throw new BrokenTable(rows);
  }
  if (open.trim() !== '') yield open;
}
