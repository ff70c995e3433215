/** What is wrong with a cell before its text is read: see the texts of these codes. */
export type CellFaultCode =
  'registry.cell-formula' | 'registry.cell-number-inexact' | 'registry.cell-error' | 'registry.value-nested' | 'registry.line-unreadable';

/** A fault of one cell, by the place of its column from 0 (absent: the whole row is unreadable), and how the sender finds it. */
export type CellFault = { code: CellFaultCode; column?: number; cell: string; found?: string };

/** A row of a file in any format: its cells as text, and what is wrong with them already. */
export type TableRow = { cells: string[]; faults: CellFault[] };

/** A file of which some row cannot be told from the next (a quote that never closes): what was before it was readable. */
export class BrokenTable extends Error {
  constructor(readonly afterRows: number) {
    super(`the table is broken behind row ${afterRows}`);
    this.name = 'BrokenTable';
  }
}

/** Why a workbook is not read at all. */
export type WorkbookRefusal = {
  code: 'registry.workbook-protected' | 'registry.workbook-too-large' | 'registry.workbook-unreadable';
};

/** A workbook that is not read at all, for a stated reason. */
export class UnusableWorkbook extends Error {
  constructor(readonly refusal: WorkbookRefusal) {
    super(refusal.code);
    this.name = 'UnusableWorkbook';
  }
}

/** Longer than this (characters) no row of a catalogue can be: a quote or a line was left open. */
export const LONGEST_ROW = 200_000;

/** More columns than this no catalogue item has. */
export const MOST_COLUMNS = 500;
