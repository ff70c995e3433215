import type { CatalogueField, CatalogueItem } from '@chengxin/law';
import { cellText } from '../reading/cell-text.js';
import { fault } from '../reading/fault.js';
import { normalised, officialNamesOf } from '../reading/names.js';
import type { ValueReading } from '../reading/values.js';
import { inTenThousands, UNIT_NAMES } from './amounts.js';
import { dateForm, readDateOf } from './date-format.js';
import type { MappedColumn, Mapping } from './mapping.js';

/** A mapped column as it is found in a header, with the form of its dates. */
export type OwnColumn = MappedColumn & { form?: RegExp };

/**
 * The mapped column at each place of a header that has one; undefined when the mapping is not for this header. It is for one that names
 * at least one of its columns by a title that the official layout does not have: a header in official names alone means what the law
 * says it means, whatever a source has mapped.
 */
export function ownColumns(cells: readonly string[], mapping: Mapping, item: CatalogueItem): (OwnColumn | undefined)[] | undefined {
  const official = officialNamesOf(item);
  const byTitle = new Map(mapping.map((mapped) => [normalised(mapped.column), mapped] as const));
  const titles = cells.map(normalised);
  if (!titles.some((title) => byTitle.has(title) && !official.has(title))) return undefined;
  return titles.map((title) => {
    const mapped = byTitle.get(title);
    const form = mapped?.dates === undefined ? undefined : dateForm(mapped.dates);
    return mapped && { ...mapped, ...(form && { form }) };
  });
}

/** The text of a cell of a mapped column as the official layout would write it, or what is wrong with it. */
export function inOfficialForm(cell: string, field: CatalogueField, own: OwnColumn): ValueReading {
  const text = cellText(cell);
  if (text === '') return { value: cell, faults: [] };
  if (own.form) {
    const date = readDateOf(own.form, text);
    return date ? { value: date, faults: [] } : off(text, fault('registry.date-off-format', field, { found: text, format: own.dates }));
  }
  if (!own.amounts) return { value: cell, faults: [] };
  const amount = inTenThousands(text, own.amounts);
  const { zh: unit, en: unitName } = UNIT_NAMES[own.amounts];
  return amount ? { value: amount, faults: [] } : off(text, fault('registry.amount-off-unit', field, { found: text, unit, unitName }));
}

const off = (value: string, broken: ValueReading['faults'][number]): ValueReading => ({ value, faults: [broken] });
