import { randomBytes } from 'node:crypto';
import type { LocalDate } from '@chengxin/kernel';

/** Thirty-two characters without I, L, O and U, which people misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_BYTES = 10;

/**
 * A number that people write down and nobody guesses: two letters for its kind, the business day, and 80 random bits in
 * sixteen characters. For example `HC20260511` and sixteen more.
 */
export function publicNumber(kind: string, on: LocalDate): string {
  let bits = BigInt(`0x${randomBytes(RANDOM_BYTES).toString('hex')}`);
  let characters = '';
  for (let n = 0; n < 16; n += 1, bits >>= 5n) characters += ALPHABET.charAt(Number(bits & 31n));
  return `${kind}${on.replaceAll('-', '')}${characters}`;
}
