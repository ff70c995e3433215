import { IsBoolean, IsIn } from 'class-validator';
import type { DomainCode } from '@chengxin/law';
import { Cause } from './cause.js';
import { SUGGESTIONS, type Suggestion } from './check-answered.v1.js';
import { IsCode, IsCreditCode, IsInstant, IsLocalDate } from './decorators.js';
import { HasMany } from './nested.js';

/** What one domain suggested before, and suggests now. */
export class DomainReview {
  @IsCode() domain!: DomainCode;
  @IsIn(SUGGESTIONS) before!: Suggestion;
  @IsIn(SUGGESTIONS) after!: Suggestion;
}

/**
 * The suggestions of all domains were looked at again because of the causes, and changed or not. Fourth of the five receipts of a case.
 * Announced by `verification` when it holds both the repaired record and the reviewed rating; heard by `repair`, `delivery`, `audit`.
 * Key: the credit code.
 */
export class SuggestionsReviewedV1 {
  static readonly topic = 'credit.verification.suggestions';
  static readonly type = 'credit.verification.suggestions-reviewed.v1';
  static readonly openness = 'shared';

  @IsCreditCode() creditCode!: string;
  @HasMany(() => Cause) causes!: Cause[];
  @HasMany(() => DomainReview) domains!: DomainReview[];
  @IsBoolean() changed!: boolean;
  @IsLocalDate() reviewedOn!: string;
  @IsInstant() knownAt!: string;
}
