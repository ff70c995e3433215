import { type CatalogueItem, type ItemCode, loadLaw } from '@chengxin/law';
import { city, type CityFile, LAST_DAY, stating } from '@chengxin/testing';
import { type System } from './system.js';

/** A row of a file of the city that a system of these tests has loaded: who sent it, and what it says by field name. */
export type CityRow = { unit: string; item: ItemCode; creditCode: string; documentNumber: string; fields: Record<string, string> };

/** As much of a record in an answer as is looked at. */
export type SeenRecord = { recordId: string; documentNumber: string; fields: Record<string, string> };

const FILES = city({ seed: 1, size: 200 }).files;

/** The items of records that are in force in the city. */
export const ITEMS: readonly CatalogueItem[] = loadLaw()
  .catalogue(LAST_DAY)
  .filter(({ code }) => code !== 'subject-register');

/** The rows of an item, latest decision first. */
export function rowsOf(item: ItemCode): CityRow[] {
  const rows = FILES.filter((file) => file.item === item).flatMap((file) => [...file.rows()].map((row) => rowOf(file, row)));
  return rows.sort((a, b) => (b.fields['decidedOn'] ?? '').localeCompare(a.fields['decidedOn'] ?? ''));
}

/** What a row says, as the platform keeps it: known columns, without empty cells, dates in one form. */
function rowOf({ unit, item }: CityFile, row: Readonly<Record<string, string>>): CityRow {
  const columns = ITEMS.find(({ code }) => code === item)?.fields ?? [];
  const cells = columns.flatMap(({ name, type }) => {
    const cell = row[name] ?? '';
    return cell === '' ? [] : [[name, type === 'date' ? cell.replaceAll('/', '-') : cell] as const];
  });
  const fields = Object.fromEntries(cells);
  return { unit: unit.code, item, creditCode: fields['creditCode'] ?? '', documentNumber: fields['documentNumber'] ?? '', fields };
}

/** Those who look and are neither the source of a record nor its enterprise say why. */
const stated = (as = ''): Record<string, string> => (['procurement', 'regulator'].includes(as) ? stating('supervision') : {});

/** The record of a row as a reader finds it in the list of its enterprise; undefined where it is not there for that reader. */
export async function listed(system: System, { creditCode, item, documentNumber }: CityRow, as?: string): Promise<SeenRecord | undefined> {
  const records = await system.gateway.all<SeenRecord>(`/subjects/${creditCode}/records?item=${item}`, as, stated(as));
  return records.find((record) => record.documentNumber === documentNumber);
}

/** The record of a row in the public credit file. */
export async function filed(system: System, { creditCode, documentNumber }: CityRow): Promise<SeenRecord | undefined> {
  const { records } = await system.gateway.get<{ records: SeenRecord[] }>(`/subjects/${creditCode}`);
  return records.find((record) => record.documentNumber === documentNumber);
}
