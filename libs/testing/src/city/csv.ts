import { type LocalDate } from '@chengxin/kernel';
import { type CatalogueItem } from '@chengxin/law';

/** One row by the English names of the item's fields; what is left out is an empty cell. */
export type Row = Readonly<Record<string, string>>;

/** How a department heads its columns: by their official Chinese names or by the codes of the official layout. */
export type Headings = 'names' | 'codes';

/** Writes rows of one item as lines of CSV without line ends: the header, then one line for each row; some columns may be left out. */
export function* lines(item: CatalogueItem, headings: Headings, rows: Iterable<Row>, without: readonly string[] = []): Generator<string> {
  const columns = item.fields.filter(({ name, personal }) => !personal && !without.includes(name));
  yield columns.map(({ code, zh }) => cell(headings === 'codes' ? (code ?? zh) : zh)).join(',');
  for (const row of rows) yield columns.map(({ name }) => cell(row[name] ?? '')).join(',');
}

/** A date as the official layouts write it, YYYY/MM/DD. */
export const slashed = (date: LocalDate): string => date.replaceAll('-', '/');

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
