import { Cause } from './cause.js';
import { IsCount, IsCreditCode, IsIdentifier, IsInstant, IsLocalDate } from './decorators.js';
import { HasMany } from './nested.js';

/**
 * The departments' feed has an entry for a repair, at this position. Fifth of the five receipts of a case; itself never in the feed.
 * Announced by `delivery` for entries with a case as cause; heard by `repair`, `audit`. Key: the credit code.
 */
export class FeedEntryWrittenV1 {
  static readonly topic = 'credit.delivery.entries';
  static readonly type = 'credit.delivery.feed-entry-written.v1';
  static readonly openness = 'internal';

  @IsCreditCode() creditCode!: string;
  @HasMany(() => Cause) causes!: Cause[];
  @IsCount(1) position!: number;
  /** The event the entry hands on. */
  @IsIdentifier() entryEventId!: string;
  @IsLocalDate() writtenOn!: string;
  @IsInstant() knownAt!: string;
}
