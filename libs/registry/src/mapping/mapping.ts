import type { AmountUnit } from './amounts.js';

/**
 * How one column of a source's own files is read: its title there, the field it holds, the format of its dates (see `dateForm`) and the
 * unit of its amounts, where they are not those of the official layout.
 */
export type MappedColumn = { column: string; field: string; dates?: string; amounts?: AmountUnit };

/** How the files of one source on one catalogue item are read; columns that it leaves out are found by the names of the catalogue. */
export type Mapping = readonly MappedColumn[];
