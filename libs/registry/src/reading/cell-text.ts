import { unguardFormula } from './formula-guard.js';

/** What most texts have nothing of: control characters, line breaks and tabs among them, and surrogates, in pairs or not. */
const UNUSUAL = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/;

/**
 * The text of a cell without white space and byte order mark around it, without characters that no text holds (control characters but
 * line breaks and tabs, halves of surrogate pairs), and without the apostrophe that keeps a spreadsheet from taking it for a formula.
 */
export function cellText(text: string): string {
  const possible = UNUSUAL.test(text) ? text.replace(/(?![\n\r\t])[\p{Cc}\p{Cs}]/gu, '') : text;
  return unguardFormula(unguardFormula(possible).trim()).trim(); // the inner one may guard white space alone
}
