import { ADDED_COLUMNS, type RejectedCells } from './rejected-cells.js';

/** Refused rows as JSON lines: the sender's own keys and two of ours; no spreadsheet reads them, so texts stand as they are. */
export async function* rejectionsJsonLines(header: readonly string[], pages: AsyncIterable<RejectedCells[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((rejected) => `${JSON.stringify(objectOf(header, rejected))}\n`).join('');
}

function objectOf(header: readonly string[], { own, row, reasons }: RejectedCells): Record<string, string | number> {
  const cells = header.map((key, at) => [key, own[at] ?? ''] as const);
  return Object.fromEntries<string | number>([...cells, [ADDED_COLUMNS.row, row], [ADDED_COLUMNS.reasons, reasons]]);
}
