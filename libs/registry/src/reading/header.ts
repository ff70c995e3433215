import { accept, refuse, type Result } from '@chengxin/kernel';
import type { CatalogueField, CatalogueItem } from '@chengxin/law';
import type { Mapping } from '../mapping/mapping.js';
import { type OwnColumn, ownColumns } from '../mapping/own-columns.js';
import { namesOf, namesOfField, normalised, titleOf } from './names.js';

/**
 * A header that was understood: the field of each column (undefined = unknown column) and the names of the unknown ones. `own` is
 * there when it was understood by a mapping: the mapped column at each place that has one.
 */
export type Header = { columns: (CatalogueField | undefined)[]; unknown: string[]; own?: (OwnColumn | undefined)[] };

/** Why a file's first row is not the header of the item; the names are those of the mapping, else Chinese with the official code behind. */
export type HeaderRefusal =
  | { code: 'registry.header-not-recognised' }
  | { code: 'registry.header-incomplete'; missing: string[] }
  | { code: 'registry.header-column-twice'; columns: string[] };

/**
 * Finds the item's columns in the first row of a file by official code, Chinese name, synonym or camelCase name, whatever the case,
 * width, spaces and punctuation; and before these by the source's own mapping, where the header calls for it (`ownColumns`).
 * Refuses a row that names no column of the item, lacks a required one, or names one twice.
 */
export function readHeader(cells: readonly string[], item: CatalogueItem, mapping: Mapping = []): Result<Header, HeaderRefusal> {
  const own = ownColumns(cells, mapping, item);
  const columns = columnsOf(cells, item, own);
  if (!columns.some(Boolean)) return refuse({ code: 'registry.header-not-recognised' });
  const twice = fieldsTwice(columns);
  if (twice.length > 0) return refuse({ code: 'registry.header-column-twice', columns: twice.map(titleOf) });
  const missing = missingIn(columns, item);
  const ownName = ({ name }: CatalogueField) => (own ? mapping.find(({ field }) => field === name)?.column : undefined);
  if (missing.length > 0)
    return refuse({ code: 'registry.header-incomplete', missing: missing.map((field) => ownName(field) ?? titleOf(field)) });
  const unknown = cells.filter((cell, at) => !columns[at] && normalised(cell) !== '').map((cell) => cell.trim());
  return accept({ columns, unknown, ...(own && { own }) });
}

/** The field of each cell of a header: as a mapped column where it is one, else by the names of the catalogue. */
export function columnsOf(
  cells: readonly string[],
  item: CatalogueItem,
  own: readonly (OwnColumn | undefined)[] | undefined,
): Header['columns'] {
  const names = namesOf(item);
  return cells.map((cell, at) => {
    const mapped = own?.[at];
    return mapped ? item.fields.find(({ name }) => name === mapped.field) : names.get(normalised(cell));
  });
}

/** The fields that more than one column stands for. */
export function fieldsTwice(columns: Header['columns']): CatalogueField[] {
  return columns.filter((field, at): field is CatalogueField => field !== undefined && columns.indexOf(field) !== at);
}

/** The fields without which no row of the item can be sound and that no column stands for. */
export function missingIn(columns: Header['columns'], item: CatalogueItem): CatalogueField[] {
  return item.fields.filter((field) => (field.required === true || item.key.includes(field.name)) && !columns.includes(field));
}

/** Whether a row inside a file is its header once more, as in concatenated exports: every known column holds a name of its field. */
export function isRepeatedHeader({ columns, own }: Header, cells: readonly string[]): boolean {
  return columns.every((field, at) => {
    if (!field) return true;
    const mapped = own?.[at];
    return (mapped ? [normalised(mapped.column)] : namesOfField(field)).includes(normalised(cells[at] ?? ''));
  });
}
