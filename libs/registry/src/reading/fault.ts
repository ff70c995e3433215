import { maskedTexts } from '@chengxin/kernel';
import type { CatalogueField } from '@chengxin/law';
import { FAULT_TEXTS, type FaultCode } from './fault-texts.js';

/** One sentence in Chinese and in English. */
export type Text = { zh: string; en: string };

/** The column that a fault is about: the camelCase name, the Chinese name and, where the layout has one, the official code. */
export type FaultField = { name: string; zh: string; code?: string };

/**
 * One reason why a row cannot go in: which rule it breaks, what was found (never of a personal field), how to mend it.
 * `position` is the failing character of a credit code, from 1; `recordId` the record that already stands under the key.
 */
export type RowFault = {
  code: FaultCode;
  field?: FaultField;
  rule: Text;
  mend: Text;
  found?: string;
  position?: number;
  recordId?: string;
};

/** What a text may mention: every `{name}` in it is replaced by the fact of that name. */
export type FaultFacts = { found?: string; position?: number; recordId?: string; [name: string]: string | number | undefined };

const LONGEST_FOUND = 80;

/** Writes one fault: its texts filled with `stated`, which is masked; what was found is cut to 80 characters, and left out of personal fields. */
export function fault(code: FaultCode, field: CatalogueField | undefined, stated: FaultFacts = {}): RowFault {
  const facts = maskedTexts(stated);
  const { rule, mend } = FAULT_TEXTS[code];
  const zh = { ...facts, field: field?.zh };
  const en = { ...facts, field: field?.name };
  return withoutAbsent({
    code,
    field: field && fieldOf(field),
    rule: { zh: fill(rule.zh, zh), en: fill(rule.en, en) },
    mend: { zh: fill(mend.zh, zh), en: fill(mend.en, en) },
    found: field?.personal ? undefined : shortened(facts.found),
    position: facts.position,
    recordId: facts.recordId,
  });
}

function shortened(found: string | undefined): string | undefined {
  return found ? [...found].slice(0, LONGEST_FOUND).join('') : undefined;
}

function withoutAbsent<T extends object>(fault: T): T {
  return Object.fromEntries(Object.entries(fault).filter(([, value]) => value !== undefined)) as T;
}

function fieldOf(field: CatalogueField): FaultField {
  return { name: field.name, zh: field.zh, ...(field.code !== undefined && { code: field.code }) };
}

/** A template with every `{name}` replaced by the fact of that name, nothing where there is none. */
export function fill(template: string, facts: Record<string, string | number | undefined>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
