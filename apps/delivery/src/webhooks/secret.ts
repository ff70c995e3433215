import { randomBytes } from 'node:crypto';

const BYTES = 32;

/** A new secret for signing, in the form of Standard Webhooks: `whsec_` and 32 random bytes in base64. */
export const newSecret = (): string => `whsec_${randomBytes(BYTES).toString('base64')}`;
