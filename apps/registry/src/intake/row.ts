import type { LocalDate } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import type { CreditRecord, RowFault, RowReading, RowWarning, Unit } from '@chengxin/registry';

/** A row that was read: its place in the file (the header is 1) and what was found in it. */
export type IncomingRow = RowReading & { row: number };

/** A sound row as a record that may come to stand under its natural key. */
export type Candidate = { key: string; personal: Record<string, string>; contentDigest: string; record: CreditRecord };

/** A row with what it comes to as a record, where that is known already. */
export type PreparedRow = IncomingRow & { candidate?: Candidate };

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
