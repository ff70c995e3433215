import type { CatalogueField, CatalogueItem } from '@chengxin/law';

const OF_FIELDS = new WeakMap<CatalogueField, readonly string[]>();

/** Every name of every field of the item, normalised. */
export function namesOf(item: CatalogueItem): Map<string, CatalogueField> {
  return byName(item, namesOfField);
}

/** The names that the official layout itself gives its columns (code, Chinese name, field name), normalised: no synonyms. */
export function officialNamesOf(item: CatalogueItem): Map<string, CatalogueField> {
  return byName(item, officialNames);
}

/** The names of one field, normalised; worked out once, since every row of a file is held against those of its header. */
export function namesOfField(field: CatalogueField): readonly string[] {
  const known = OF_FIELDS.get(field);
  if (known) return known;
  const names = [...officialNames(field), ...field.synonyms.map(normalised)];
  OF_FIELDS.set(field, names);
  return names;
}

/** Letters and digits only, in one width and case, so that 罚款金额（万元） and 罚款金额(万元)* are one name; a BOM goes too. */
export function normalised(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How a field is named to people: in Chinese, with its official code behind. */
export function titleOf(field: CatalogueField): string {
  return field.code ? `${field.zh} ${field.code}` : field.zh;
}

function officialNames({ name, zh, code }: CatalogueField): string[] {
  return [name, zh, ...(code ? [code] : [])].map(normalised);
}

function byName(item: CatalogueItem, names: (field: CatalogueField) => readonly string[]): Map<string, CatalogueField> {
  return new Map(item.fields.flatMap((field) => names(field).map((name) => [name, field] as const)));
}
