import { createHmac, hash, randomBytes } from 'node:crypto';

/** The SHA-256 of a text, in lower-case hexadecimal. */
export const digestOf = (text: string): string => hash('sha256', text);

/** The HMAC-SHA-256 of a text, in lower-case hexadecimal: without the key nobody can try values until one fits. */
export const keyedDigestOf = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** A key for one keyed digest, 32 random bytes in hexadecimal; it is kept with what it covers and deleted with it. */
export const newKey = (): string => randomBytes(32).toString('hex');
