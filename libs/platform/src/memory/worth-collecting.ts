/** A heap is let grow by so much (bytes) before it is worth a collection at rest. */
const WORTH_BYTES = 8 * 1024 * 1024;

/** A process that works for less than this share of the time is at rest. */
const BUSY_SHARE = 0.1;

/** What was seen of a process since it was last looked at: the share of the time it worked (0 to 1), and what it holds now and held after its last collection at rest (bytes). */
export type Seen = { busyShare: number; heldBytes: number; keptBytes: number };

/** Whether a process may be stopped for a full collection, and whether that is likely to give anything back. */
export function isWorthCollecting({ busyShare, heldBytes, keptBytes }: Seen): boolean {
  return busyShare < BUSY_SHARE && heldBytes - keptBytes > WORTH_BYTES;
}
