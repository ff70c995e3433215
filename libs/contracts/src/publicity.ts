import { IsBoolean } from 'class-validator';
import { IsCode, IsListOf, IsLocalDate, IsText, MayBeAbsent } from './decorators.js';

/**
 * When a record is shown, shared and counted. A date is the last day, through 24:00 China time; an absent end is not known.
 * `registry` alone computes it; the date binds by itself, the ending event proves it.
 */
export class Publicity {
  /** The regime by decision date: 2017, 2019, 2023 or 2026. */
  @IsCode() regime!: string;
  /** The entries of the law it was computed from. */
  @IsListOf(IsText) entries!: string[];
  /** Repair is possible from the day after. */
  @MayBeAbsent() @IsLocalDate() minimumUntil?: string;
  @MayBeAbsent() @IsLocalDate() shownFrom?: string;
  @MayBeAbsent() @IsLocalDate() shownUntil?: string;
  @MayBeAbsent() @IsLocalDate() sharedUntil?: string;
  @MayBeAbsent() @IsLocalDate() countedUntil?: string;
  /** False: never shown (a minor penalty). */
  @IsBoolean() shown!: boolean;
  /** What had to be assumed: names of fields or entries. */
  @IsListOf(IsText) assumed!: string[];
  /** The end of publicity (公示截止期) as the source said it; kept, never used. */
  @MayBeAbsent() @IsLocalDate() saidBySource?: string;
}
