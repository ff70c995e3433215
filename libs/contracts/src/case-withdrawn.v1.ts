import { CaseFact } from './case-fact.js';
import { IsLocalDate, IsText } from './decorators.js';

/**
 * The enterprise took its repair case back before it was decided; the case has ended.
 * Announced by `repair`; heard by `delivery`, `audit`. Key: the credit code.
 */
export class CaseWithdrawnV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-withdrawn.v1';
  static readonly openness = 'own-unit';

  @IsLocalDate() withdrawnOn!: string;
  @IsText() reason!: string;
}
