import { IsBoolean } from 'class-validator';
import { Cause } from './cause.js';
import { IsCreditCode, IsIdentifier, IsInstant, IsLocalDate, MayBeAbsent } from './decorators.js';
import { HasMany } from './nested.js';

/**
 * A record is on no public page any more: not shown since an instant, or never shown. Second of the five receipts of a case.
 * Announced by `disclosure` once its own copy has changed; heard by `repair`, `audit`. Key: the credit code.
 */
export class PublicationStoppedV1 {
  static readonly topic = 'credit.disclosure.publications';
  static readonly type = 'credit.disclosure.publication-stopped.v1';
  static readonly openness = 'internal';

  @IsIdentifier() recordId!: string;
  @IsCreditCode() creditCode!: string;
  @HasMany(() => Cause) causes!: Cause[];
  /** Machine time; absent when never shown. */
  @MayBeAbsent() @IsInstant() notShownSince?: string;
  @IsBoolean() neverShown!: boolean;
  @IsLocalDate() stoppedOn!: string;
  @IsInstant() knownAt!: string;
}
