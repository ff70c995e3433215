import { type SectorEntry } from './sector.js';

/** A penalty as the sector table looks at it: its punishing unit (credit code and name) and the text of its basis. */
export interface SectorFacts {
  unitCode: string;
  unitName: string;
  basis: string;
}

/**
 * The line of the sector table that fits: the first whose laws the basis names, else the first whose unit this is, else the
 * default. Throws a RangeError when the table has no default.
 */
export function sectorLine(table: readonly SectorEntry[], { unitCode, unitName, basis }: SectorFacts): SectorEntry {
  const line =
    table.find(({ bases }) => bases?.some((words) => basis.includes(words))) ??
    table.find(({ units }) => units?.some((words) => words === unitCode || unitName.includes(words))) ??
    table.find(({ bases, units }) => bases === undefined && units === undefined);
  if (line === undefined) throw new RangeError('the sector table has no default');
  return line;
}
