import { maskPersonalNumbers } from '@chengxin/kernel';
import type { CatalogueField, CatalogueItem } from '@chengxin/law';

/** From this length on a text is free text, in which somebody's number may stand. */
const FREE_TEXT_FROM = 200;

/** A record's fields cut in two: what may travel, with identity and telephone numbers masked in free text, and what stays in one deletable place. */
export type SeparatedFields = { open: Record<string, string>; personal: Record<string, string> };

/** Separates the personal fields of a record (个人信息保护法 Art. 51) and masks the numbers of persons in its free text. */
export function separatePersonal(fields: Readonly<Record<string, string>>, item: CatalogueItem): SeparatedFields {
  const separated: SeparatedFields = { open: {}, personal: {} };
  for (const field of item.fields) {
    const value = fields[field.name];
    if (value === undefined) continue;
    if (field.personal) separated.personal[field.name] = value;
    else separated.open[field.name] = isFreeText(field) ? maskPersonalNumbers(value) : value;
  }
  return separated;
}

function isFreeText(field: CatalogueField): boolean {
  return field.type === 'text' && (field.length ?? FREE_TEXT_FROM) >= FREE_TEXT_FROM;
}
