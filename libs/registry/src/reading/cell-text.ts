import { unguardFormula } from './formula-guard.js';

/**
 * The text of a cell without white space and byte order mark around it, without characters that no text holds (control characters but
 * line breaks and tabs, halves of surrogate pairs), and without the apostrophe that keeps a spreadsheet from taking it for a formula.
 */
export function cellText(text: string): string {
  const unguarded = unguardFormula(text.replace(/(?![\n\r\t])[\p{Cc}\p{Cs}]/gu, '')); // also one that guards white space alone
  return withoutSpace(unguardFormula(withoutSpace(unguarded)));
}

const withoutSpace = (text: string): string => text.replace(/^[\s\uFEFF\u3000]+|[\s\uFEFF\u3000]+$/g, '');
