import { IsIn } from 'class-validator';
import type { SubjectKind } from '@chengxin/kernel';
import { IsCode, IsCount, IsCreditCode, IsIdentifier, IsInstant, IsListOf, IsLocalDate, IsText, MayBeAbsent } from './decorators.js';
import { HasOne } from './nested.js';
import { Unit } from './unit.js';

/** The states a credit subject can be registered in. */
export const SUBJECT_STATES = ['active', 'deregistered', 'revoked', 'moved-out'] as const;
/** Active (存续), deregistered (注销), licence revoked (吊销) or moved to another city (迁出). */
export type SubjectRegisterState = (typeof SUBJECT_STATES)[number];

/** A credit subject as the register knows it, whole, as of a day; `version` counts from 1. */
export class SubjectState {
  @IsCreditCode() creditCode!: string;
  @IsCount(1) version!: number;
  @IsText() name!: string;
  @IsListOf(IsText) formerNames!: string[];
  @IsCode() kind!: SubjectKind;
  @MayBeAbsent() @IsText() legalRepresentative?: string;
  @MayBeAbsent() @IsLocalDate() establishedOn?: string;
  /** As the register says it: an amount in 10,000 yuan, or its own text. */
  @MayBeAbsent() @IsText() registeredCapital?: string;
  @MayBeAbsent() @IsText() scope?: string;
  @MayBeAbsent() @IsText() address?: string;
  @IsIn(SUBJECT_STATES) state!: SubjectRegisterState;
  @MayBeAbsent() @IsText() industry?: string;
  @MayBeAbsent() @IsText() size?: string;
  @MayBeAbsent() @IsText() district?: string;
  /** The day the register states; an older one never overwrites a newer. */
  @IsLocalDate() asOf!: string;
  @HasOne(() => Unit) sourceUnit!: Unit;
  @MayBeAbsent() @IsIdentifier() batchId?: string;
  @IsInstant() knownAt!: string;
}
