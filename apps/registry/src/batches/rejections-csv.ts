import { guardFormula } from '@chengxin/registry';
import { ADDED_COLUMNS, type RejectedCells } from './rejected-cells.js';

const BOM = '\uFEFF';

function cell(text: string): string {
  const safe = guardFormula(text);
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Refused rows as CSV, safe for a spreadsheet: the sender's own columns and two of ours. */
export async function* rejectionsCsv(header: readonly string[], pages: AsyncIterable<RejectedCells[]>): AsyncGenerator<string> {
  yield BOM + line([...header, ADDED_COLUMNS.row, ADDED_COLUMNS.reasons]);
  for await (const page of pages) yield page.map(({ own, row, reasons }) => line([...own, String(row), reasons])).join('');
}
