import { ArrayNotEmpty, IsIn } from 'class-validator';
import { IsListOf, IsLocalDate, IsText } from './decorators.js';
import { HasOne } from './nested.js';
import { Publicity } from './publicity.js';
import { RecordFact } from './record-fact.js';

/** The three separate states of a record that can end. */
export const RECORD_USES = ['shown', 'shared', 'counted'] as const;
/** Shown (published), shared (handed to departments) or counted (weighed by ratings and checks). */
export type RecordUse = (typeof RECORD_USES)[number];

/**
 * A record reached the end of being shown, shared or counted by the passing of time alone.
 * Announced by `registry` the day after `on`; heard by `rating`, `repair`, `verification`, `disclosure`, `delivery`, `audit`.
 * Key: the credit code.
 */
export class RecordExpiredV1 extends RecordFact {
  static readonly topic = 'credit.registry.records';
  static readonly type = 'credit.registry.record-expired.v1';
  static readonly openness = 'shared';

  @ArrayNotEmpty() @IsListOf((options) => IsIn(RECORD_USES, options)) ended!: RecordUse[];
  /** The last day, through 24:00 China time. */
  @IsLocalDate() on!: string;
  /** The entries of the law that end it. */
  @IsListOf(IsText) entries!: string[];
  @HasOne(() => Publicity) publicity!: Publicity;
}
