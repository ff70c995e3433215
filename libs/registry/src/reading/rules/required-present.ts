import type { CatalogueField, CatalogueItem } from '@chengxin/law';
import { fault, type RowFault } from '../fault.js';
import { partsOf } from '../values.js';

const NONE: readonly RowFault[] = [];

/** Every field that the layout requires is filled, also those required only when another field says so (conditional marks of the layouts of 2018). */
export function requiredPresent(fields: Record<string, string>, item: CatalogueItem): RowFault[] {
  return item.fields.flatMap((field) => (fields[field.name] ? NONE : missing(field, fields, item)));
}

function missing(field: CatalogueField, fields: Record<string, string>, item: CatalogueItem): readonly RowFault[] {
  if (field.required === false) return NONE;
  if (field.required === true) return [fault('registry.value-missing', field)];
  const { when, is } = field.required;
  const said = fields[when] ?? '';
  if (!is.some((one) => said.includes(one))) return NONE; // most fields ask for what most rows do not say
  const met = partsOf(said).find((part) => is.includes(part));
  if (met === undefined) return NONE;
  const condition = item.fields.find(({ name }) => name === when);
  return [fault('registry.value-missing-when', field, { when: condition?.zh ?? when, whenName: when, is: met })];
}
