import type { OutboxRow } from './outbox-row.js';

/** Below the broker's default limit for a record batch (1 MiB), even when everything goes to one partition. */
const MOST_BYTES = 900_000;

/**
 * The rows that go into the next send: never a heartbeat with anything else (what is before it must be acknowledged first), never
 * more bytes than a record batch may have. At least one row, given at least one.
 */
export function cut(rows: readonly OutboxRow[], isHeartbeat: (row: OutboxRow) => boolean): OutboxRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, n) => {
    bytes += row.payload.length + row.key.length;
    return n > 0 && (bytes > MOST_BYTES || isHeartbeat(row));
  });
  const first = rows[0];
  if (first && isHeartbeat(first)) return [first];
  return end === -1 ? [...rows] : rows.slice(0, end);
}
