import { type CreditCodeFault, isCitizenNumber, parseCreditCode } from '@chengxin/kernel';
import type { CatalogueField } from '@chengxin/law';
import { readDate } from './dates.js';
import { fault, type RowFault } from './fault.js';
import type { FaultCode } from './fault-texts.js';

/** A cell after reading: its normal form, or everything that is wrong with it. */
export type ValueReading = { value: string; faults: readonly RowFault[] };

const NONE: readonly RowFault[] = [];

const CREDIT_CODE_FAULTS: Record<CreditCodeFault['code'], FaultCode> = {
  'credit-code.length': 'registry.credit-code-length',
  'credit-code.character': 'registry.credit-code-character',
  'credit-code.authority': 'registry.credit-code-authority',
  'credit-code.kind': 'registry.credit-code-kind',
  'credit-code.organisation-check': 'registry.credit-code-organisation-check',
  'credit-code.check': 'registry.credit-code-check',
};

const READERS: Record<CatalogueField['type'], (field: CatalogueField, text: string) => ValueReading> = {
  text: readText,
  date: (field, text) => orFault(readDate(text), text, field, 'registry.date-unreadable'),
  integer: (field, text) => orFault(/^\d{1,15}$/.test(text) ? String(Number(text)) : undefined, text, field, 'registry.integer-unreadable'),
  decimal: readDecimal,
  enum: (field, text) => readListed(field, [text]),
  set: (field, text) => readListed(field, partsOf(text)),
  'credit-code': readCreditCode,
  'citizen-number': (field, text) =>
    orFault(isCitizenNumber(text) ? text.toUpperCase() : undefined, text, field, 'registry.citizen-number-wrong'),
};

/** Reads one filled cell by the type of its field: dates as YYYY-MM-DD, codes in capitals, numbers without idle zeros, sets joined by `;`. */
export function readValue(field: CatalogueField, text: string): ValueReading {
  return READERS[field.type](field, text);
}

/** The members of a set-valued cell or field, as the layouts separate them: `;` in either width. */
export function partsOf(text: string): string[] {
  return text
    .replaceAll('；', ';')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readText(field: CatalogueField, text: string): ValueReading {
  const { length = Infinity } = field;
  if (text.length <= length) return { value: text, faults: NONE }; // its characters are at most as many
  const actual = [...text].length;
  return { value: text, faults: actual > length ? [fault('registry.value-too-long', field, { length, actual, found: text })] : NONE };
}

function readDecimal(field: CatalogueField, text: string): ValueReading {
  if (field.unit && /^[\d.,，]+\s*元$/.test(text))
    return { value: text, faults: [fault('registry.amount-in-yuan', field, { found: text })] };
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  const shortened = decimals.replace(/0+$/, '');
  const value = whole && `${whole.replace(/^0+(?=\d)/, '')}${shortened && `.${shortened}`}`;
  return orFault(value, text, field, 'registry.number-unreadable');
}

function readListed(field: CatalogueField, parts: string[]): ValueReading {
  const isListed = (part: string) =>
    (field.values ?? []).includes(part) ||
    (field.otherPrefix !== undefined && part.startsWith(field.otherPrefix) && part.length > field.otherPrefix.length);
  const unlisted = parts.filter((part) => !isListed(part));
  return { value: parts.join(';'), faults: unlisted.length > 0 ? notListed(field, unlisted) : NONE };
}

function notListed(field: CatalogueField, unlisted: string[]): RowFault[] {
  const values = [...(field.values ?? []), ...(field.otherPrefix ? [`${field.otherPrefix}…`] : [])].join('；');
  return unlisted.map((found) => fault('registry.value-not-listed', field, { found, values }));
}

function readCreditCode(field: CatalogueField, text: string): ValueReading {
  const outcome = parseCreditCode(text);
  if (outcome.ok) return { value: outcome.value, faults: NONE };
  const { code, position, expected, found } = outcome.refusal;
  const facts = { position, expected, character: found, actual: found, found: text };
  return { value: text, faults: [fault(CREDIT_CODE_FAULTS[code], field, facts)] };
}

function orFault(value: string | undefined, text: string, field: CatalogueField, code: FaultCode): ValueReading {
  return value === undefined ? { value: text, faults: [fault(code, field, { found: text })] } : { value, faults: NONE };
}
