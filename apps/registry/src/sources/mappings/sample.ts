import { accept, type LocalDate, refuse, type Result } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import { checkMapping, type Mapping, readHeader, type RowFault, separatePersonal } from '@chengxin/registry';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { readFileRow } from '../../batches/file-row.js';
import type { MappingRefusal } from '../../refusals.js';
import { CSV } from '../../uploads/csv.js';
import { objectRow } from '../../uploads/json-lines.js';
import { MOST_COLUMNS, type TableRow } from '../../uploads/table-row.js';

/** Rows under the source's own header: CSV text, its header first, or objects whose keys are the header. */
export type Sample = { csv?: string; rows?: Readonly<Record<string, unknown>>[] };

/** How a row of a sample reads: its place (the header is 1), its fields but those on natural persons, and everything wrong with it. */
export type SampleRow = { row: number; fields: Record<string, string>; faults: RowFault[] };

/** The most rows of a sample; more do not show more. */
export const MOST_SAMPLE_ROWS = 50;

/**
 * Reads a sample by a mapping as a file would be on that day. Refuses a sample that is no table or has no or too many rows, and a
 * mapping under which it does not read, with everything that is wrong with the mapping and with the rows.
 */
export function tryOn(mapping: Mapping, sample: Sample, item: CatalogueItem, today: LocalDate): Result<SampleRow[], MappingRefusal> {
  const table = tableOf(sample);
  const [header, ...rows] = table ?? [];
  if (!header) return refuse({ code: 'registry.sample-unreadable' });
  if (rows.length === 0 || rows.length > MOST_SAMPLE_ROWS)
    return refuse({ code: 'registry.sample-size', rows: rows.length, most: MOST_SAMPLE_ROWS });
  const faults = checkMapping(mapping, header.cells, item);
  const read = rowsRead(mapping, [header, ...rows], item, today);
  const isSound = faults.length === 0 && read.every((row) => row.faults.length === 0);
  return isSound ? accept(read) : refuse({ code: 'registry.mapping-refused', faults, rows: read });
}

/** The rows as they read; none when the header itself does not. */
function rowsRead(mapping: Mapping, [top, ...rows]: readonly TableRow[], item: CatalogueItem, today: LocalDate): SampleRow[] {
  const header = readHeader(top?.cells ?? [], item, mapping);
  if (!header.ok) return [];
  return rows.map((row, at) => {
    const { fields, faults, naturalPerson } = readFileRow({ row: at + 2, ...row }, header.value, item, today);
    return { row: at + 2, fields: naturalPerson ? {} : separatePersonal(fields, item).open, faults };
  });
}

function tableOf({ csv, rows }: Sample): TableRow[] | undefined {
  if ((csv === undefined) === (rows === undefined)) return undefined;
  return csv === undefined ? tableOfObjects(rows ?? []) : tableOfText(csv);
}

function tableOfText(csv: string): TableRow[] | undefined {
  try {
    return parse(csv, CSV).map((cells) => ({ cells, faults: [] }));
  } catch (fault) {
    if (fault instanceof CsvError) return undefined;
    throw fault;
  }
}

function tableOfObjects(rows: Readonly<Record<string, unknown>>[]): TableRow[] | undefined {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (header.length === 0 || header.length > MOST_COLUMNS) return undefined;
  return [{ cells: header, faults: [] }, ...rows.map((row) => objectRow(row, header))];
}
