import type { LocalDate } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import { fault, type RowFault } from '../fault.js';

/** What has already happened when it is reported. */
const HAPPENED = ['decidedOn', 'establishedOn'];

/** A decision or a founding is not reported before it happens; fields that are no dates are another rule's. */
export function pastDates(fields: Record<string, string>, item: CatalogueItem, today: LocalDate): RowFault[] {
  return item.fields
    .filter(({ name }) => HAPPENED.includes(name) && (fields[name] ?? '') > today)
    .map((field) => fault('registry.date-in-future', field, { today, found: fields[field.name] }));
}
