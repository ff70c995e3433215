import { isCitizenNumber } from './citizen-number.js';
import { isCreditCode } from './credit-code.js';
import { halfWidth } from './normalise.js';

/** Fewer digits, or further apart, are no number of a person; most texts have no more. */
const MAY_HOLD_ONE = /(?:[\d\uff10-\uff19][^\d\uff10-\uff19]{0,2}){7}/;

const START = '(?<![0-9A-Za-z]|\\d\\.)';
const END = '(?![0-9A-Za-z])';
/** A number that is part of a document number (〔2026〕…号, 第…号) or an amount is no telephone. */
const NO_DOCUMENT_BEFORE = '(?<![〕\\]第¥￥])';
const NO_AMOUNT_AFTER = '(?!\\s*(?:\\.\\d|,\\d|元|万|亿|号))';

/** The last group of a UUID may be twelve digits, of which some begin like an area code. */
const NO_UUID_BEFORE = '(?<![0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-)';

const LABELLED_CITIZEN = /(?<=身份证(?:件)?(?:号码?)?[:：为是\s]*)(?:\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])/g;
const CITIZEN = new RegExp(`${START}(?:\\d{17}[\\dXx]|\\d{6}[- ]\\d{8}[- ]\\d{3}[\\dXx]|\\d{15})${END}`, 'g');
const MOBILE = new RegExp(
  `${NO_DOCUMENT_BEFORE}${START}(?:\\+?86[- ]?)?1[3-9]\\d(?:\\d{8}|[- ]\\d{4}[- ]\\d{4})${END}${NO_AMOUNT_AFTER}`,
  'g',
);
const LANDLINE = new RegExp(
  `${NO_DOCUMENT_BEFORE}${NO_UUID_BEFORE}${START}(?:\\(0[1-9]\\d{1,2}\\) ?|0[1-9]\\d{1,2}[- ]?)[2-8]\\d{6,7}(?:[-转]\\d{1,6})?${END}${NO_AMOUNT_AFTER}`,
  'g',
);
const LABELLED_TELEPHONE = /(?<=(?:电话|手机|座机|传真|联系方式)(?:号码?)?[:：为是\s]*)[2-8]\d{6,7}(?![0-9A-Za-z])/g;

/**
 * Free text with citizen numbers (18 characters with their check, or 15 digits; any after 身份证) and telephone numbers
 * replaced by as many `*`. Credit codes, UUIDs, document numbers and amounts stay; where a text is both a valid citizen number
 * and a valid credit code, it is masked unless it begins with 9, which no province does.
 */
export function maskPersonalNumbers(text: string): string {
  if (!MAY_HOLD_ONE.test(text)) return text;
  const searched = halfWidth(text);
  const masked = [...text.split('')];
  const mask = (pattern: RegExp, counts: (match: string) => boolean): void => {
    for (const match of searched.matchAll(pattern)) {
      if (counts(match[0])) masked.fill('*', match.index, match.index + match[0].length);
    }
  };
  mask(LABELLED_CITIZEN, () => true);
  mask(CITIZEN, (number) => isCitizenNumber(number) && !(number.startsWith('9') && isCreditCode(number.toUpperCase())));
  mask(MOBILE, () => true);
  mask(LANDLINE, () => true);
  mask(LABELLED_TELEPHONE, () => true);
  return masked.join('');
}

/** The same object with `maskPersonalNumbers` applied to each of its texts; what is no text stays as it is. */
export function maskedTexts<T extends object>(texts: T): T {
  const entries = Object.entries(texts).map(([name, value]) => [name, typeof value === 'string' ? maskPersonalNumbers(value) : value]);
  return Object.fromEntries(entries) as T;
}
