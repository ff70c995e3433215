import { placeText } from '@chengxin/registry';
import type { Rejection } from './batches.repository.js';

/** A refused row on its way back: the sender's own cells, its number, and every reason on a line of its own. */
export type RejectedCells = { own: string[]; row: number; reasons: string };

/** The names of the two columns that are added to the sender's own. */
export const ADDED_COLUMNS = { row: '行号', reasons: '退回原因' } as const;

/** A refused row as its sender wrote it, as wide as its header; where cells on natural persons were deleted, a line says so. */
export function rejectedCells({ row, cells, faults, deleted }: Rejection, columns: number): RejectedCells {
  const own = Array.from({ length: columns }, (_, at) => cells[at] ?? '');
  const reasons = faults.map(({ field, rule, mend }) => `${field ? `${field.zh}：` : ''}${rule.zh}；${mend.zh}`);
  if (deleted) reasons.push(`个人信息${placeText(deleted).zh}`);
  return { own, row, reasons: reasons.join('\n') };
}
