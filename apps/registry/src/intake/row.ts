import type { LocalDate } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import type { RowFault, RowReading, RowWarning, Unit } from '@chengxin/registry';

/** A row that was read: its place in the file (the header is 1) and what was found in it. */
export type IncomingRow = RowReading & { row: number };

/** What became of a row. */
export type RowOutcome = {
  row: number;
  outcome: 'accepted' | 'unchanged' | 'corrected' | 'refused';
  faults: RowFault[];
  warnings: RowWarning[];
  recordId?: string;
};

/** What the rows of one report have in common; `today` is the business date, `correction` why and by which document. */
export type Report = {
  item: CatalogueItem;
  unit: Unit;
  asOf: LocalDate;
  today: LocalDate;
  correction?: { reason: string; document: string };
  actor: string;
  batchId?: string;
};

/** The outcome of a refused row. */
export const refusedRow = (row: number, faults: RowFault[]): RowOutcome => ({ row, outcome: 'refused', faults, warnings: [] });
