import type { Rejection } from './batches.repository.js';

const BOM = '\uFEFF';

/** What a spreadsheet would take for a formula is kept from it by an apostrophe; the intake takes it away again. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** The head of the file of refused rows: the sender's own columns and two of ours. */
export const csvHead = (header: readonly string[]): string => BOM + line([...header, '行号', '退回原因']);

/** A refused row as its sender wrote it, with its number and every reason, each reason on a line of its own in one cell. */
export function csvRow({ row, cells, faults }: Rejection, columns: number): string {
  const own = Array.from({ length: columns }, (_, at) => cells[at] ?? '');
  const reasons = faults.map(({ field, rule, mend }) => `${field ? `${field.zh}：` : ''}${rule.zh}；${mend.zh}`);
  return line([...own, String(row), reasons.join('\n')]);
}
