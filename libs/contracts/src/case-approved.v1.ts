import { CaseFact } from './case-fact.js';
import { IsCode, IsLocalDate, IsText } from './decorators.js';
import { HasOne } from './nested.js';
import { Unit } from './unit.js';

/** That the duties were met: what, on which day, proved by what. */
export class CaseFulfilment {
  @IsLocalDate() fulfilledOn!: string;
  @IsText() what!: string;
  @IsText() proof!: string;
}

/**
 * A repair case was approved by the determining unit, which also states that the duties are met.
 * Announced by `repair`; `registry` alone acts on it and answers with record-repaired; `delivery` and `audit` hear it. Key: the credit code.
 */
export class CaseApprovedV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-approved.v1';
  static readonly openness = 'shared';

  @IsLocalDate() approvedOn!: string;
  @HasOne(() => CaseFulfilment) fulfilment!: CaseFulfilment;
  @HasOne(() => Unit) unit!: Unit;
  /** The ground of the approval: a code of the repair rules. */
  @IsCode() ground!: string;
}
