import { randomUUID } from 'node:crypto';

let last = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562): machine milliseconds, a counter that keeps the identifiers of one process in order
 * within a millisecond, and 62 random bits.
 */
export function uuidv7(now: Date = new Date()): string {
  const time = Math.max(now.getTime(), last);
  const random = randomUUID(); // its second half holds the variant and 62 random bits, drawn from a pool of the process
  counter = time === last ? counter + 1 : Number.parseInt(random.slice(0, 8), 16) & 0x07ff;
  last = counter > 0x0fff ? time + 1 : time;
  counter &= 0x0fff;
  const [moment, count] = [last.toString(16).padStart(12, '0'), counter.toString(16).padStart(3, '0')];
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${count}-${random.slice(19)}`;
}
