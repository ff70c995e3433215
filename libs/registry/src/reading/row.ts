import type { LocalDate } from '@chengxin/kernel';
import type { CatalogueField, CatalogueItem } from '@chengxin/law';
import { inOfficialForm } from '../mapping/own-columns.js';
import { cellText } from './cell-text.js';
import { fault, type RowFault } from './fault.js';
import type { Header } from './header.js';
import { namesOf, normalised } from './names.js';
import { amountInItsUnit } from './rules/amount-in-its-unit.js';
import { endAfterStart } from './rules/end-after-start.js';
import { isNaturalPerson, naturalPerson, partyInScope } from './rules/party-in-scope.js';
import { pastDates } from './rules/past-dates.js';
import { requiredPresent } from './rules/required-present.js';
import { readValue } from './values.js';

/** A row in normal form by camelCase field name, empty fields left out, and everything that is wrong with it at once. */
export type RowReading = { fields: Record<string, string>; faults: RowFault[]; naturalPerson: boolean };

/** Reads one row of a file under its header of that item; `today` is the business date. A row of another width than the header is one fault. */
export function readRow(cells: readonly string[], header: Header, item: CatalogueItem, today: LocalDate): RowReading {
  const off: RowFault[] = [];
  const texts = header.own ? officialTexts(cells, header, off) : cells;
  const textOf = (field: CatalogueField) => texts[header.columns.indexOf(field)];
  const reading = withOwnFaults(readFields(textOf, item, today), off);
  const surplus = cells.slice(header.columns.length).some((cell) => cell.trim() !== '');
  if (reading.naturalPerson || (!surplus && cells.length >= header.columns.length)) return reading;
  const width = fault('registry.columns-differ', undefined, { found: String(cells.length), expected: header.columns.length });
  return { ...reading, faults: [width, ...reading.faults] };
}

/** The cells with those of mapped columns in official form; what is wrong with one goes to `faults`. */
function officialTexts(cells: readonly string[], { columns, own }: Header, faults: RowFault[]): string[] {
  return columns.map((field, at) => {
    const cell = cells[at] ?? '';
    const mapped = own?.[at];
    if (!field || !mapped) return cell;
    const official = inOfficialForm(cell, field, mapped);
    faults.push(...official.faults);
    return official.value;
  });
}

/**
 * A reading in which faults of cells themselves stand in the place of what their texts would be refused for; their fields are taken out.
 * A row about a natural person stays as it is.
 */
export function withOwnFaults(reading: RowReading, own: readonly RowFault[]): RowReading {
  if (reading.naturalPerson || own.length === 0) return reading;
  const named = namesIn(own);
  const others = reading.faults.filter(({ field }) => !field || !named.has(field.name));
  return { fields: without(reading.fields, named), faults: [...own, ...others], naturalPerson: false };
}

const namesIn = (faults: readonly RowFault[]): Set<string | undefined> => new Set(faults.map(({ field }) => field?.name));

function without(fields: RowReading['fields'], named: ReadonlySet<string | undefined>): RowReading['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !named.has(name)));
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
  const texts = new Map(known);
  return { ...readFields(({ name }) => texts.get(name), item, today), unknown };
}

function readFields(textOf: (field: CatalogueField) => string | undefined, item: CatalogueItem, today: LocalDate): RowReading {
  const fields: Record<string, string> = {};
  const faults: RowFault[] = [];
  for (const field of item.fields) {
    const text = cellText(textOf(field) ?? '');
    if (text === '') continue;
    const reading = readValue(field, text);
    fields[field.name] = reading.value;
    faults.push(...reading.faults);
  }
  if (isNaturalPerson(fields)) return { fields, faults: [naturalPerson(item)], naturalPerson: true };
  const sound = faults.length > 0 ? without(fields, namesIn(faults)) : fields;
  const all = [
    ...requiredPresent(fields, item),
    ...faults,
    ...pastDates(sound, item, today),
    ...endAfterStart(sound, item),
    ...amountInItsUnit(sound, item),
    ...partyInScope(sound, item),
  ];
  return { fields, faults: all, naturalPerson: false };
}
