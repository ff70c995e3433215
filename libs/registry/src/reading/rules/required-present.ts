import type { CatalogueField, CatalogueItem } from '@chengxin/law';
import { fault, type RowFault } from '../fault.js';
import { partsOf } from '../values.js';

/** Every field that the layout requires is filled, also those required only when another field says so (conditional marks of the layouts of 2018). */
export function requiredPresent(fields: Record<string, string>, item: CatalogueItem): RowFault[] {
  return item.fields.filter(({ name }) => !fields[name]).flatMap((field) => missing(field, fields, item));
}

function missing(field: CatalogueField, fields: Record<string, string>, item: CatalogueItem): RowFault[] {
  if (field.required === false) return [];
  if (field.required === true) return [fault('registry.value-missing', field)];
  const { when, is } = field.required;
  const met = partsOf(fields[when] ?? '').find((part) => is.includes(part));
  if (met === undefined) return [];
  const condition = item.fields.find(({ name }) => name === when);
  return [fault('registry.value-missing-when', field, { when: condition?.zh ?? when, whenName: when, is: met })];
}
