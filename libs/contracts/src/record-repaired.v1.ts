import { Cause } from './cause.js';
import { IsIdentifier, IsLocalDate, MayBeAbsent } from './decorators.js';
import { HasMany, HasOne } from './nested.js';
import { Publicity } from './publicity.js';
import { RecordFact } from './record-fact.js';

/**
 * A record was repaired (信用修复): it is no longer shown, shared or counted. First of the five receipts of a case.
 * Announced by `registry` upon every approval, also where an end had passed before; heard by `rating`, `repair`, `verification`,
 * `disclosure`, `delivery`, `audit`; the owners of the other receipts answer it. Key: the credit code.
 */
export class RecordRepairedV1 extends RecordFact {
  static readonly topic = 'credit.registry.records';
  static readonly type = 'credit.registry.record-repaired.v1';
  static readonly openness = 'shared';

  @IsIdentifier() caseId!: string;
  @IsLocalDate() repairedOn!: string;
  /** The last day it was shown; absent: never shown. */
  @MayBeAbsent() @IsLocalDate() shownEndedOn?: string;
  /** The last day it was shared; absent: never shared. */
  @MayBeAbsent() @IsLocalDate() sharedEndedOn?: string;
  /** The last day it was counted; absent: never counted. */
  @MayBeAbsent() @IsLocalDate() countedEndedOn?: string;
  @HasOne(() => Publicity) publicity!: Publicity;
  /** The approval, with its case. */
  @HasMany(() => Cause) causes!: Cause[];
}
