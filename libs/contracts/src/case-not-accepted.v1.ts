import { CaseFact } from './case-fact.js';
import { IsLocalDate, IsText } from './decorators.js';

/**
 * The determining unit did not accept a repair case (不予受理), with its reason; the case has ended.
 * Announced by `repair`; heard by `delivery`, `audit`. Key: the credit code.
 */
export class CaseNotAcceptedV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-not-accepted.v1';
  static readonly openness = 'own-unit';

  @IsLocalDate() on!: string;
  @IsText() reason!: string;
}
