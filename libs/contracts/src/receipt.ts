import { IsIn } from 'class-validator';
import { IsIdentifier, IsInstant } from './decorators.js';

/** The five answers that close a repair case, each written by its owner alone. */
export const RECEIPT_NAMES = [
  'record-repaired',
  'publication-stopped',
  'rating-reviewed',
  'suggestions-reviewed',
  'feed-entry-written',
] as const;
/** The name of a receipt: that of the event that is it. */
export type ReceiptName = (typeof RECEIPT_NAMES)[number];

/** A receipt that came in: the event, and its own time. */
export class Receipt {
  @IsIn(RECEIPT_NAMES) name!: ReceiptName;
  @IsIdentifier() eventId!: string;
  @IsInstant() at!: string;
}
