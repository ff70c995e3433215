import { ArrayNotEmpty, IsIn } from 'class-validator';
import { CaseFact } from './case-fact.js';
import { IsCount, IsInstant, IsListOf } from './decorators.js';
import { RECEIPT_NAMES, type ReceiptName } from './receipt.js';

/**
 * An approved case still misses receipts; their owners answer again from what they hold.
 * Announced by `repair` one minute after the approval, then in doubling intervals up to a day (machine time); heard by `registry`,
 * `rating`, `verification`, `disclosure`, `delivery` (the owners) and `audit`. Key: the credit code.
 */
export class CaseEffectsAwaitedV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-effects-awaited.v1';
  static readonly openness = 'internal';

  @ArrayNotEmpty() @IsListOf((options) => IsIn(RECEIPT_NAMES, options)) missing!: ReceiptName[];
  /** How often it was asked, this time included. */
  @IsCount(1) attempt!: number;
  @IsInstant() askedOn!: string;
}
