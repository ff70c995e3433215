import { DECISION_KEY, determinedColumns, type DeterminedHeads, sourceColumns, subjectColumns } from './columns.js';
import { type CatalogueField, type CatalogueItem } from './item.js';

/** What an item of the common shape says beside its entry: what the enterprise is called in it, its heads and its own columns. */
export type Determined = Omit<CatalogueItem, 'key' | 'fields' | 'updateCycleDays'> & {
  updateCycleDays?: number;
  role?: string;
  heads: DeterminedHeads;
  columns: readonly CatalogueField[];
};

/**
 * An item of the common shape: whom it concerns, what it says, by whom and by which document that was determined, who supplied
 * it. It is known again by that document, and updated within seven days (as 双公示 asks) unless it says otherwise.
 */
export const determined = ({ role, heads, columns, ...entry }: Determined): CatalogueItem => ({
  updateCycleDays: 7,
  ...entry,
  key: DECISION_KEY,
  fields: [...subjectColumns(role), ...columns, ...determinedColumns(heads), ...sourceColumns(undefined)],
});
