import { randomFillSync } from 'node:crypto';

/** An identifier takes two random bytes for its counter and eight for itself; they are drawn for many at once. */
const RANDOM_BYTES = 10;
const pool = Buffer.alloc(400 * RANDOM_BYTES);
let used = pool.length;

const id = Buffer.alloc(16);
let last = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562): machine milliseconds, a counter that keeps the identifiers of one process in order
 * within a millisecond, and 62 random bits.
 */
export function uuidv7(now: Date = new Date()): string {
  const random = nextRandom();
  const time = Math.max(now.getTime(), last);
  counter = time === last ? counter + 1 : pool.readUInt16BE(random) & 0x07ff;
  last = counter > 0x0fff ? time + 1 : time;
  counter &= 0x0fff;
  id.writeUIntBE(last, 0, 6);
  id.writeUInt16BE(0x7000 | counter, 6);
  pool.copy(id, 8, random + 2, random + RANDOM_BYTES);
  id.writeUInt8(0x80 | (id.readUInt8(8) & 0x3f), 8);
  return dashed(id.toString('hex'));
}

/** Where unused random bytes begin in the pool. */
function nextRandom(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return used - RANDOM_BYTES;
}

const dashed = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
