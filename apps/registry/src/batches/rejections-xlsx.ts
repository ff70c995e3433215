import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { guardFormula } from '@chengxin/registry';
import { ADDED_COLUMNS, type RejectedCells } from './rejected-cells.js';

/** Refused rows as a workbook of one sheet, every cell a text and safe for a spreadsheet: the sender's own columns and two of ours. */
export function rejectionsWorkbook(header: readonly string[], pages: AsyncIterable<RejectedCells[]>): Readable {
  const out = new PassThrough();
  write(out, header, pages).catch((fault: unknown) => out.destroy(fault as Error));
  return out;
}

async function write(out: PassThrough, header: readonly string[], pages: AsyncIterable<RejectedCells[]>): Promise<void> {
  const { default: excel } = await import('exceljs'); // 40 MB that a service at rest can do without
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: false });
  const sheet = workbook.addWorksheet('退回');
  const add = (cells: readonly string[]): void => sheet.addRow(cells.map(guardFormula)).commit();
  add([...header, ADDED_COLUMNS.row, ADDED_COLUMNS.reasons]);
  for await (const page of pages) {
    for (const { own, row, reasons } of page) add([...own, String(row), reasons]);
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    if (out.destroyed) return;
  }
  sheet.commit();
  await workbook.commit();
}
