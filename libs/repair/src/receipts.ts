/** The five proofs that a repair has taken effect everywhere in the platform, each from its one owner. */
export const RECEIPT_NAMES = [
  'record-repaired',
  'publication-stopped',
  'rating-reviewed',
  'suggestions-reviewed',
  'feed-entry-written',
] as const;

export type ReceiptName = (typeof RECEIPT_NAMES)[number];

/** One receipt: which one, the event that is its proof, and when that was announced (instant, ISO 8601 UTC, machine time). */
export type Receipt = { name: ReceiptName; eventId: string; at: string };

/** The names that have not come yet, in the order of `RECEIPT_NAMES`. */
export function missingReceipts(receipts: readonly Receipt[]): ReceiptName[] {
  const held = new Set(receipts.map(({ name }) => name));
  return RECEIPT_NAMES.filter((name) => !held.has(name));
}
