import { CaseFact } from './case-fact.js';
import { IsLocalDate, IsText } from './decorators.js';

/**
 * The determining unit refused a repair (不予修复), with its reason and the article it rests on; the case has ended.
 * Announced by `repair`; heard by `delivery`, `audit`. Key: the credit code.
 */
export class CaseRefusedV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-refused.v1';
  static readonly openness = 'own-unit';

  @IsLocalDate() refusedOn!: string;
  @IsText() reason!: string;
  @IsText() article!: string;
}
