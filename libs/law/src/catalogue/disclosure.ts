import { column } from './columns.js';
import { type CatalogueField, type CatalogueItem, type Openness } from './item.js';
import { narrowest } from './openness.js';

/** The words of 公开范围, which the templates of the catalogue carry, and how far each lets a record go. */
const SCOPES: Readonly<Record<string, Openness>> = { 社会公开: 'public', 政务共享: 'shared', 授权查询: 'authorised' };

/** The words of 公开类型 of a credit commitment; one that is not to be opened is still its own enterprise's to see. */
const KINDS: Readonly<Record<string, Openness>> = { 可向社会公开: 'public', 特定范围内公开: 'shared', 不可公开: 'authorised' };

const WORDS: Readonly<Record<string, Openness>> = { ...SCOPES, ...KINDS };

/** The column by which a record says how far it goes: 公开范围. */
export const scopeColumn = (): CatalogueField =>
  column('disclosure', '公开范围', { type: 'enum', length: 16, required: true, values: Object.keys(SCOPES), synonyms: ['公开属性'] });

/** The same in the layout of credit commitments: 公开类型. */
export const disclosureKindColumn = (): CatalogueField =>
  column('disclosure', '公开类型', { type: 'enum', length: 16, required: true, values: Object.keys(KINDS) });

/**
 * How far a record may go: as far as its item, and no further than it says itself, where the item lets it. A word that is not
 * known keeps it with its own enterprise and those who oversee.
 */
export function recordOpenness(item: CatalogueItem, fields: Readonly<Record<string, string>>): Openness {
  if (!item.fields.some(({ name }) => name === 'disclosure')) return item.openness;
  return narrowest(item.openness, WORDS[fields['disclosure'] ?? ''] ?? 'authorised');
}
