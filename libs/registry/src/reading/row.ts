import type { LocalDate } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import { fault, type RowFault } from './fault.js';
import { type Header, namesOf, normalised } from './header.js';
import { amountInItsUnit } from './rules/amount-in-its-unit.js';
import { endAfterStart } from './rules/end-after-start.js';
import { isNaturalPerson, naturalPerson, partyInScope } from './rules/party-in-scope.js';
import { pastDates } from './rules/past-dates.js';
import { requiredPresent } from './rules/required-present.js';
import { readValue } from './values.js';

/** A row in normal form by camelCase field name, empty fields left out, and everything that is wrong with it at once. */
export type RowReading = { fields: Record<string, string>; faults: RowFault[]; naturalPerson: boolean };

/** Reads one row of a file under its header; `today` is the business date. A row of another width than the header is one fault. */
export function readRow(cells: readonly string[], header: Header, item: CatalogueItem, today: LocalDate): RowReading {
  const values: Record<string, string> = {};
  header.columns.forEach((field, at) => {
    if (field) values[field.name] = cells[at] ?? '';
  });
  const reading = readFields(values, item, today);
  const surplus = cells.slice(header.columns.length).some((cell) => cell.trim() !== '');
  if (reading.naturalPerson || (!surplus && cells.length >= header.columns.length)) return reading;
  const width = fault('registry.columns-differ', undefined, { found: String(cells.length), expected: header.columns.length });
  return { ...reading, faults: [width, ...reading.faults] };
}

/**
 * Reads one record whose values stand under names of their fields (camelCase, official code, Chinese name or synonym), with the
 * same rules as a row of a file; `unknown` are the names that the item does not have.
 */
export function readNamed(
  values: Readonly<Record<string, string>>,
  item: CatalogueItem,
  today: LocalDate,
): RowReading & { unknown: string[] } {
  const names = namesOf(item);
  const named = Object.entries(values).map(([name, value]) => [names.get(normalised(name))?.name, name, value] as const);
  const known = named.flatMap(([field, , value]) => (field ? [[field, value] as const] : []));
  const unknown = named.flatMap(([field, name]) => (field ? [] : [name]));
  return { ...readFields(Object.fromEntries(known), item, today), unknown };
}

function readFields(values: Readonly<Record<string, string>>, item: CatalogueItem, today: LocalDate): RowReading {
  const fields: Record<string, string> = {};
  const sound: Record<string, string> = {};
  const faults: RowFault[] = [];
  for (const field of item.fields) {
    const text = trimmed(values[field.name] ?? '');
    if (text === '') continue;
    const reading = readValue(field, text);
    fields[field.name] = reading.value;
    if (reading.faults.length === 0) sound[field.name] = reading.value;
    faults.push(...reading.faults);
  }
  if (isNaturalPerson(fields)) return { fields, faults: [naturalPerson(item)], naturalPerson: true };
  const across = [
    ...pastDates(sound, item, today),
    ...endAfterStart(sound, item),
    ...amountInItsUnit(sound, item),
    ...partyInScope(sound, item),
  ];
  return { fields, faults: [...requiredPresent(fields, item), ...faults, ...across], naturalPerson: false };
}

/**
 * Without white space and byte order mark around it, without characters that no text holds (control characters but line breaks and
 * tabs, halves of surrogate pairs), and without the apostrophe that keeps a spreadsheet from taking it for a formula.
 */
function trimmed(text: string): string {
  return text
    .replace(/(?![\n\r\t])[\p{Cc}\p{Cs}]/gu, '')
    .replace(/^[\s\uFEFF\u3000]+|[\s\uFEFF\u3000]+$/g, '')
    .replace(/^'(?=[=+\-@])/, '');
}
