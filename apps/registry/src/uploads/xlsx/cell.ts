import { plainNumber } from '../plain-number.js';
import type { CellFaultCode } from '../table-row.js';
import { dayOf } from './dates.js';
import { unescaped } from './rich-text.js';
import type { Workbook } from './workbook.js';

/** A cell as the sheet writes it: its type (absent: a number), its style, its value and the formula behind it. */
export type RawCell = { type: string | undefined; style: number; value: string; formula: string | undefined };

/** A cell as text, and what is wrong with it; of a formula the text is the result that its sender saw. */
export type ReadCell = { text: string; code?: CellFaultCode; found?: string };

/** Reads a cell: texts as they stand, days as YYYY-MM-DD, numbers as digits. */
export function readCell(raw: RawCell, book: Workbook): ReadCell {
  const read = valueOf(raw, book);
  return raw.formula === undefined ? read : { text: read.text, code: 'registry.cell-formula', found: `=${raw.formula}` };
}

function valueOf({ type, style, value }: RawCell, book: Workbook): ReadCell {
  switch (type) {
    case 's':
      return { text: book.strings.at(Number(value)) };
    case 'inlineStr':
      return { text: value };
    case 'str':
      return { text: unescaped(value) };
    case 'e':
      return { text: value, code: 'registry.cell-error', found: value };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'd':
      return { text: value.slice(0, 10) };
    default:
      return numberOf(value, book.dateStyles.has(style), book.from1904);
  }
}

function numberOf(value: string, isDate: boolean, from1904: boolean): ReadCell {
  if (value === '') return { text: '' };
  const day = isDate ? dayOf(Number(value), from1904) : undefined;
  if (day) return { text: day };
  const text = plainNumber(Number(value));
  return text === undefined ? { text: value, code: 'registry.cell-number-inexact', found: value } : { text };
}
