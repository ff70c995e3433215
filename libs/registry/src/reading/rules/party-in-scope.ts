import { type CreditCode, isCreditCode, registrationOf } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import { fault, type RowFault } from '../fault.js';

/** Whether a row is about a natural person, whom the platform does not collect; an individual business 个体工商户 is none. */
export function isNaturalPerson(fields: Record<string, string>): boolean {
  return fields['partyKind'] === '自然人';
}

/** The body behind the credit code is of a kind that the item is about, where the item names kinds. */
export function partyInScope(fields: Record<string, string>, item: CatalogueItem): RowFault[] {
  const code = fields['creditCode'] ?? '';
  if (!item.subjectKinds || !isCreditCode(code)) return [];
  const { kind } = registrationOf(code as CreditCode);
  const field = item.fields.find(({ name }) => name === 'creditCode');
  return item.subjectKinds.includes(kind) ? [] : [fault('registry.kind-out-of-scope', field, { found: code })];
}

/** The one fault of a row about a natural person; what else it holds is not looked at. */
export function naturalPerson(item: CatalogueItem): RowFault {
  const field = item.fields.find(({ name }) => name === 'partyKind');
  return fault('registry.natural-person', field, { found: '自然人' });
}
