import { accept, refuse, type Result } from '@chengxin/kernel';
import type { CatalogueField, CatalogueItem } from '@chengxin/law';

/** A header that was understood: the field of each column (undefined = unknown column) and the names of the unknown ones. */
export type Header = { columns: (CatalogueField | undefined)[]; unknown: string[] };

/** Why a file's first row is not the header of the item; the names are Chinese with the official code behind. */
export type HeaderRefusal =
  | { code: 'registry.header-not-recognised' }
  | { code: 'registry.header-incomplete'; missing: string[] }
  | { code: 'registry.header-column-twice'; columns: string[] };

/**
 * Finds the item's columns in the first row of a file by official code, Chinese name, synonym or camelCase name, whatever the case,
 * width, spaces and punctuation. Refuses a row that names no column of the item, lacks a required one, or names one twice.
 */
export function readHeader(cells: readonly string[], item: CatalogueItem): Result<Header, HeaderRefusal> {
  const names = namesOf(item);
  const columns = cells.map((cell) => names.get(normalised(cell)));
  if (!columns.some(Boolean)) return refuse({ code: 'registry.header-not-recognised' });
  const twice = columns.filter((field, at) => field && columns.indexOf(field) !== at);
  if (twice.length > 0)
    return refuse({ code: 'registry.header-column-twice', columns: twice.map((field) => title(field as CatalogueField)) });
  const missing = item.fields.filter((field) => isIndispensable(field, item) && !columns.includes(field));
  if (missing.length > 0) return refuse({ code: 'registry.header-incomplete', missing: missing.map(title) });
  const unknown = cells.filter((cell, at) => !columns[at] && normalised(cell) !== '').map((cell) => cell.trim());
  return accept({ columns, unknown });
}

/** Whether a row inside a file is its header once more, as in concatenated exports: every known column holds a name of its field. */
export function isRepeatedHeader(header: Header, cells: readonly string[]): boolean {
  return header.columns.every((field, at) => !field || namesOfField(field).includes(normalised(cells[at] ?? '')));
}

function isIndispensable(field: CatalogueField, item: CatalogueItem): boolean {
  return field.required === true || item.key.includes(field.name);
}

/** Every name of every field of the item, normalised. */
export function namesOf(item: CatalogueItem): Map<string, CatalogueField> {
  return new Map(item.fields.flatMap((field) => namesOfField(field).map((name) => [name, field] as const)));
}

function namesOfField(field: CatalogueField): string[] {
  return [field.name, field.zh, ...(field.code ? [field.code] : []), ...field.synonyms].map(normalised);
}

/** Letters and digits only, in one width and case, so that 罚款金额（万元） and 罚款金额(万元)* are one name; a BOM goes too. */
export function normalised(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function title(field: CatalogueField): string {
  return field.code ? `${field.zh} ${field.code}` : field.zh;
}
