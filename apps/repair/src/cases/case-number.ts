import { randomBytes } from 'node:crypto';
import { type LocalDate } from '@chengxin/kernel';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // base 32 of Crockford: none that reads like another
const BYTES = 10;

/** A new case number: XF (修复), the day of filing, and 80 random bits, so that nobody guesses another's. */
export function newCaseNumber(on: LocalDate): string {
  const bits = [...randomBytes(BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = bits.match(/.{5}/g) ?? [];
  return `XF${on.replaceAll('-', '')}${characters.map((five) => ALPHABET.charAt(parseInt(five, 2))).join('')}`;
}
