import { maskPersonalNumbers } from '@chengxin/kernel';
import type { Header } from '@chengxin/registry';

/** The cells of a refused row that may be kept in the open, and those on natural persons, by place, that may not. */
export type SeparatedCells = { open: string[]; apart: Record<string, string> };

/**
 * Separates a refused row for keeping: identity papers, and every cell of a row about a natural person, go apart; what stays has
 * identity and telephone numbers masked, in whatever column they were written.
 */
export function separateCells(cells: readonly string[], header: Header, isNaturalPerson: boolean): SeparatedCells {
  const apart: Record<string, string> = {};
  const open = cells.map((cell, at) => {
    const field = header.columns[at];
    const goesApart = cell !== '' && (isNaturalPerson || field?.personal === true);
    if (goesApart) apart[at] = cell;
    return goesApart ? '' : maskPersonalNumbers(cell);
  });
  return { open, apart };
}
