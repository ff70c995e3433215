import { randomBytes } from 'node:crypto';

let last = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562): machine milliseconds, a counter that keeps the identifiers of one process in order
 * within a millisecond, and 62 random bits.
 */
export function uuidv7(now: Date = new Date()): string {
  const time = Math.max(now.getTime(), last);
  counter = time === last ? counter + 1 : randomBytes(2).readUInt16BE() & 0x07ff;
  last = counter > 0x0fff ? time + 1 : time;
  counter &= 0x0fff;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(last, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
