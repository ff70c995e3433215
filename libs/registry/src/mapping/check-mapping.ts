import type { CatalogueField, CatalogueItem } from '@chengxin/law';
import { fill, type Text } from '../reading/fault.js';
import { columnsOf, fieldsTwice, missingIn } from '../reading/header.js';
import { normalised, officialNamesOf } from '../reading/names.js';
import { dateForm } from './date-format.js';
import type { MappedColumn, Mapping } from './mapping.js';
import { MAPPING_TEXTS, type MappingFaultCode } from './mapping-texts.js';
import { ownColumns } from './own-columns.js';

/** One thing that is wrong with a mapping: which column or field it is about, the rule and how to mend it. */
export type MappingFault = { code: MappingFaultCode; column?: string; field?: string; rule: Text; mend: Text };

/** Everything that is wrong with a mapping for files with that header, at once; empty when they can be read by it. */
export function checkMapping(mapping: Mapping, header: readonly string[], item: CatalogueItem): MappingFault[] {
  const official = officialNamesOf(item);
  const columns = mapping.flatMap((mapped, at) => columnFaults(mapped, { header, item, before: mapping.slice(0, at) }));
  const needless = mapping.every(({ column }) => official.has(normalised(column)));
  return [...columns, ...(needless ? [mappingFault('registry.mapping-not-needed')] : []), ...fieldFaults(mapping, header, item)];
}

function columnFaults(
  mapped: MappedColumn,
  { header, item, before }: { header: readonly string[]; item: CatalogueItem; before: Mapping },
): MappingFault[] {
  const { column } = mapped;
  const title = normalised(column);
  const field = item.fields.find(({ name }) => name === mapped.field);
  const about = { column, field: mapped.field };
  const codes: MappingFaultCode[] = [];
  if (title === '' || !header.some((cell) => normalised(cell) === title)) codes.push('registry.mapping-column-unknown');
  if (before.some((other) => normalised(other.column) === title)) codes.push('registry.mapping-column-twice');
  if (!field) codes.push('registry.mapping-field-unknown');
  const faults = codes.map((code) => mappingFault(code, about));
  return field ? [...faults, ...formatFaults(mapped, field)] : faults;
}

function formatFaults({ column, dates, amounts }: MappedColumn, { name, type, unit }: CatalogueField): MappingFault[] {
  const misplaced = (dates !== undefined && type !== 'date') || (amounts !== undefined && unit === undefined);
  if (misplaced) return [mappingFault('registry.mapping-format-misplaced', { column, field: name })];
  if (dates === undefined || dateForm(dates)) return [];
  return [mappingFault('registry.mapping-date-format', { column, field: name }, dates)];
}

/** The fields that columns stand for twice or, though they are required, not at all, official columns of the header counted in. */
function fieldFaults(mapping: Mapping, header: readonly string[], item: CatalogueItem): MappingFault[] {
  const columns = columnsOf(header, item, ownColumns(header, mapping, item));
  const mapped = mapping.map(({ field }) => item.fields.find(({ name }) => name === field));
  const twice = new Set([...fieldsTwice(columns), ...fieldsTwice(mapped)]);
  const missing = missingIn([...columns, ...mapped], item);
  return [
    ...[...twice].map(({ name: field }) => mappingFault('registry.mapping-field-twice', { field })),
    ...missing.map(({ name: field }) => mappingFault('registry.mapping-field-missing', { field })),
  ];
}

function mappingFault(code: MappingFaultCode, about: { column?: string; field?: string } = {}, found?: string): MappingFault {
  const { rule, mend } = MAPPING_TEXTS[code];
  const filled = ({ zh, en }: Text): Text => ({ zh: fill(zh, { ...about, found }), en: fill(en, { ...about, found }) });
  return { code, ...about, rule: filled(rule), mend: filled(mend) };
}
