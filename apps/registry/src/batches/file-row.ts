import type { LocalDate } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import { fault, type Header, readRow, type RowFault, withOwnFaults } from '@chengxin/registry';
import type { PreparedRow } from '../intake/row.js';
import type { CellFault, TableRow } from '../uploads/table-row.js';

/** A row as it stands in the file, with its place there; the header is row 1. */
export type FileRow = TableRow & { row: number };

/** A row of a file that was read, with the cells it was read from. */
export type IncomingFileRow = PreparedRow & { cells: string[] };

/**
 * Reads a row of a file under its header; `today` is the business date. What is wrong with a cell itself takes the place of what its
 * text would be refused for, and a line that is unreadable has no other fault. Cells of unknown columns are not read.
 */
export function readFileRow({ row, cells, faults }: FileRow, header: Header, item: CatalogueItem, today: LocalDate): IncomingFileRow {
  const whole = faults.find(({ column }) => column === undefined);
  if (whole) return { row, cells, fields: {}, faults: [cellFault(whole, undefined)], naturalPerson: false };
  const reading = readRow(cells, header, item, today);
  const own = faults.flatMap((one) => {
    const field = header.columns[one.column ?? -1];
    return field ? [cellFault(one, field)] : [];
  });
  return { row, cells, ...withOwnFaults(reading, own) };
}

function cellFault({ code, cell, found }: CellFault, field: Header['columns'][number]): RowFault {
  return fault(code, field, { cell, found });
}
