import type { LocalDate } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import { fault, type RowFault } from '../fault.js';

/** What has already happened when it is reported. */
const HAPPENED = ['decidedOn', 'establishedOn'];

/** The first day of the People's Republic: no decision that is collected is older. */
const FIRST_DECISION = '1949-10-01';

/** A decision or a founding is not reported before it happens; fields that are no dates are another rule's. */
export function pastDates(fields: Record<string, string>, item: CatalogueItem, today: LocalDate): RowFault[] {
  return item.fields
    .filter(({ name }) => HAPPENED.includes(name) && fields[name])
    .flatMap((field) => {
      const found = fields[field.name] ?? '';
      if (found > today) return [fault('registry.date-in-future', field, { today, found })];
      return field.name === 'decidedOn' && found < FIRST_DECISION ? [fault('registry.date-too-early', field, { found })] : [];
    });
}
