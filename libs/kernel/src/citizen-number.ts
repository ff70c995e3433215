import { parseLocalDate } from './local-date.js';
import { bareIdentifier } from './normalise.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** Provinces of GB/T 2260, 83 (residents from Taiwan), and 9 for foreigners with permanent residence. */
const ISSUED_FOR = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

/**
 * Whether the text is a citizen number 公民身份号码: 18 characters with a real date of birth and the right check character
 * (GB 11643-1999), or the old form of 15 digits with a real date. Width, case, spaces and hyphens are ignored.
 */
export function isCitizenNumber(text: string): boolean {
  const number = bareIdentifier(text);
  if (!ISSUED_FOR.test(number)) return false;
  if (/^\d{15}$/.test(number)) return isBirthDate(`19${number.slice(6, 12)}`);
  return /^\d{17}[\dX]$/.test(number) && isBirthDate(number.slice(6, 14)) && checkOf(number) === number.charAt(17);
}

const isBirthDate = (digits: string): boolean =>
  /^(?:18|19|20)/.test(digits) && parseLocalDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`) !== undefined;

const checkOf = (number: string): string =>
  CHECKS.charAt(WEIGHTS.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0) % 11);
