import { CaseFact } from './case-fact.js';
import { IsLocalDate } from './decorators.js';

/**
 * The determining unit accepted a repair case (受理); its decision is due by the date given.
 * Announced by `repair`; heard by `delivery`, `audit`. Key: the credit code.
 */
export class CaseAcceptedV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-accepted.v1';
  static readonly openness = 'own-unit';

  @IsLocalDate() acceptedOn!: string;
  @IsLocalDate() decisionDueOn!: string;
}
