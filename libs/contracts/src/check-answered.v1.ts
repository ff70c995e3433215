import { IsIn } from 'class-validator';
import type { DomainCode } from '@chengxin/law';
import { IsCode, IsCount, IsCreditCode, IsDigest, IsIdentifier, IsInstant, IsLocalDate, IsText, MayBeAbsent } from './decorators.js';
import { HasMany, HasOne } from './nested.js';

/** What a check can suggest, from the mildest; unknown is never clear. */
export const SUGGESTIONS = ['pass', 'caution', 'restrict', 'forbid', 'unknown'] as const;
/** Pass, caution, restrict, forbid, or unknown because something is behind, parked or being rebuilt. */
export type Suggestion = (typeof SUGGESTIONS)[number];

/** Who asked: the subject of the token and the unit it belongs to. */
export class Asker {
  @IsText() subject!: string;
  @MayBeAbsent() @IsCreditCode() unit?: string;
}

/** A record an answer rests on, in the version that was read. */
export class Evidence {
  @IsIdentifier() recordId!: string;
  @IsCount(1) version!: number;
}

/**
 * A department's check of an enterprise in one of the domains was answered; the number can be checked by anyone.
 * Announced by `verification`; heard by `audit` alone: who looked at whom is in nobody else's feed. Key: the credit code.
 */
export class CheckAnsweredV1 {
  static readonly topic = 'credit.verification.checks';
  static readonly type = 'credit.verification.check-answered.v1';
  static readonly openness = 'internal';

  @IsText() number!: string;
  @IsCreditCode() creditCode!: string;
  @IsCode() domain!: DomainCode;
  @MayBeAbsent() @IsText() matter?: string;
  @IsText() purpose!: string;
  /** The asker's own case number. */
  @IsText() caseNumber!: string;
  @HasOne(() => Asker) askedBy!: Asker;
  @IsIn(SUGGESTIONS) suggestion!: Suggestion;
  @HasMany(() => Evidence) evidence!: Evidence[];
  @IsDigest() evidenceDigest!: string;
  /** The instant before which everything was known. */
  @IsInstant() asOf!: string;
  @IsLocalDate() answeredOn!: string;
  @IsInstant() knownAt!: string;
}
