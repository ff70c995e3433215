import { CaseFact } from './case-fact.js';
import { IsLocalDate } from './decorators.js';
import { HasMany } from './nested.js';
import { Receipt } from './receipt.js';

/**
 * A repair case is closed: its five receipts are in, each with its own time.
 * Announced by `repair`; heard by `delivery`, `audit`. Key: the credit code.
 */
export class CaseClosedV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-closed.v1';
  static readonly openness = 'shared';

  @IsLocalDate() closedOn!: string;
  @HasMany(() => Receipt) receipts!: Receipt[];
}
