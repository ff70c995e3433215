import { type CellFault, MOST_COLUMNS, type TableRow } from '../table-row.js';
import { type RawCell, readCell } from './cell.js';
import { RichText } from './rich-text.js';
import type { Workbook } from './workbook.js';
import type { XmlListener } from './xml.js';
import { DamagedPart } from './zip-content.js';

/** Listens to the tags of a sheet and gathers its rows. */
export class SheetRows implements XmlListener {
  private readonly rich = new RichText();
  private rows: TableRow[] = [];
  private row: TableRow = { cells: [], faults: [] };
  private cell: RawCell | undefined;
  private element = '';
  private rowNumber = 0;
  private column = -1;
  private width = 0;

  constructor(private readonly book: Workbook) {}

  /** The rows that are whole, once. */
  take(): TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.element = name;
    this.rich.open(name);
    if (name === 'row') this.beginRow(attributes['r']);
    if (name === 'c') this.beginCell(attributes);
    if (name === 'f' && this.cell) this.cell.formula = '';
  }

  text(text: string): void {
    this.rich.text(text);
    if (this.element === 'v' && this.cell) this.cell.value += text;
    if (this.element === 'f' && this.cell) this.cell.formula += text;
  }

  close(name: string): void {
    this.element = '';
    this.rich.close(name);
    if (name === 'is' && this.cell) this.cell.value = this.rich.take();
    if (name === 'c') this.endCell();
    if (name === 'row') this.endRow();
  }

  private beginRow(number: string | undefined): void {
    this.rowNumber = number === undefined ? this.rowNumber + 1 : Number(number);
    this.column = -1;
    this.row = { cells: [], faults: [] };
  }

  private beginCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.column = r === undefined ? this.column + 1 : placeOf(r);
    if (!(this.column >= 0 && this.column < MOST_COLUMNS)) throw new DamagedPart('sheet');
    this.cell = { type: t, style: Number(s ?? 0), value: '', formula: undefined };
  }

  private endCell(): void {
    if (!this.cell) return;
    const { text, code, found } = readCell(this.cell, this.book);
    const { cells, faults } = this.row;
    while (cells.length < this.column) cells.push('');
    cells[this.column] = text;
    if (code) faults.push({ code, column: this.column, cell: `${lettersOf(this.column)}${this.rowNumber}`, ...(found && { found }) });
    this.cell = undefined;
  }

  private endRow(): void {
    const { cells, faults }: { cells: string[]; faults: CellFault[] } = this.row;
    if (faults.length === 0 && cells.every((cell) => cell.trim() === '')) return;
    if (this.width === 0) this.width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    while (cells.length < this.width) cells.push('');
    while (cells.length > this.width && cells.at(-1) === '') cells.pop();
    this.rows.push(this.row);
  }
}

/** The place of a column from 0 by its letters. */
function placeOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last;
}
