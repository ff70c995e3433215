import { canonicalJson } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';

const BRACKETS: Record<string, string> = { '〔': '[', '［': '[', '【': '[', '(': '[', '〕': ']', '］': ']', '】': ']', ')': ']' };

/**
 * The natural key of a record as text: the item and its key fields (of a penalty: punishing unit, document number and credit code,
 * because one decision may name several enterprises). Width, case, spaces and the shape of brackets do not distinguish.
 */
export function naturalKey(item: CatalogueItem, fields: Readonly<Record<string, string>>): string {
  return canonicalJson([item.code, ...item.key.map((name) => comparable(fields[name] ?? ''))]);
}

function comparable(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[〔［【(〕］】)]/g, (bracket) => BRACKETS[bracket] ?? bracket);
}
