import { IsBoolean, IsInt } from 'class-validator';
import { Cause } from './cause.js';
import { IsCreditCode, IsInstant, IsLocalDate, IsText, MayBeAbsent } from './decorators.js';
import { HasMany, HasOne } from './nested.js';
import { RatingModel } from './rating-model.js';

/** A grade with its score. */
export class RatingStand {
  @IsText() grade!: string;
  @IsInt() score!: number;
}

/**
 * A rating was looked at again because of its causes, and changed or not. Third of the five receipts of a case.
 * Announced by `rating` for every ending of a record; heard by `verification`, `disclosure`, `repair`, `delivery`, `audit`.
 * Key: the credit code.
 */
export class RatingReviewedV1 {
  static readonly topic = 'credit.rating.ratings';
  static readonly type = 'credit.rating.rating-reviewed.v1';
  static readonly openness = 'shared';

  @IsCreditCode() creditCode!: string;
  @HasMany(() => Cause) causes!: Cause[];
  /** Absent: not rated before. */
  @MayBeAbsent() @HasOne(() => RatingStand) before?: RatingStand;
  @HasOne(() => RatingStand) after!: RatingStand;
  @IsBoolean() changed!: boolean;
  @HasOne(() => RatingModel) model!: RatingModel;
  @IsLocalDate() reviewedOn!: string;
  @IsInstant() knownAt!: string;
}
