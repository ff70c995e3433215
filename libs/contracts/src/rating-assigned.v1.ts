import { IsInt } from 'class-validator';
import { Cause } from './cause.js';
import { IsCode, IsCount, IsCreditCode, IsIdentifier, IsInstant, IsListOf, IsLocalDate, IsText, MayBeAbsent } from './decorators.js';
import { HasMany, HasOne } from './nested.js';
import { RatingModel } from './rating-model.js';

/** One reason of a score: an indicator with its points, and the records and entry they come from. */
export class RatingContribution {
  @IsCode() indicator!: string;
  @IsInt() points!: number;
  @IsListOf(IsIdentifier) recordIds!: string[];
  @IsText() entry!: string;
}

/**
 * An enterprise has a new rating: grade, score and the reasons, which add up to the score.
 * Announced by `rating` when grade, score or reasons differ from the last; heard by `verification`, `disclosure`, `repair`, `delivery`,
 * `audit`. Key: the credit code.
 */
export class RatingAssignedV1 {
  static readonly topic = 'credit.rating.ratings';
  static readonly type = 'credit.rating.rating-assigned.v1';
  static readonly openness = 'shared';

  @IsCreditCode() creditCode!: string;
  @HasOne(() => RatingModel) model!: RatingModel;
  /** The grade scale, such as `national-2026`; a grade means nothing without it. */
  @IsCode() scale!: string;
  @IsText() grade!: string;
  @MayBeAbsent() @IsText() previousGrade?: string;
  @IsInt() score!: number;
  /** The most the model gives. */
  @IsCount(1) maximum!: number;
  @HasMany(() => RatingContribution) contributions!: RatingContribution[];
  @IsLocalDate() ratedOn!: string;
  @HasMany(() => Cause) causes!: Cause[];
  @IsInstant() knownAt!: string;
}
