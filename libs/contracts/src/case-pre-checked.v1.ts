import { CaseFact } from './case-fact.js';
import { IsLocalDate, IsText } from './decorators.js';
import { HasOne } from './nested.js';
import { Unit } from './unit.js';

/** Until when acceptance is due: by the city's own promise, and by law. */
export class AcceptanceDue {
  @IsLocalDate() city!: string;
  @IsLocalDate() legal!: string;
}

/**
 * The city's credit centre looked at a filing and passed it on to the determining unit with a note (the city's own step).
 * Announced by `repair`; heard by `delivery`, `audit`. Key: the credit code.
 */
export class CasePreCheckedV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-pre-checked.v1';
  static readonly openness = 'own-unit';

  @IsLocalDate() preCheckedOn!: string;
  @IsText() note!: string;
  @HasOne(() => Unit) forwardedTo!: Unit;
  @HasOne(() => AcceptanceDue) dueOn!: AcceptanceDue;
}
