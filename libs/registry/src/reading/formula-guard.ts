/** What a spreadsheet may take for the beginning of a formula, in either width, also behind white space that it drops (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet takes for a formula: guarded by an apostrophe where it looks like one, which the intake takes away again. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A text without such an apostrophe, as it was before it was guarded. */
export const unguardFormula = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text);
