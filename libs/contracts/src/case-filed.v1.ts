import { IsBoolean } from 'class-validator';
import { CaseFact } from './case-fact.js';
import { IsLocalDate, IsText } from './decorators.js';
import { HasOne } from './nested.js';
import { Unit } from './unit.js';

/**
 * An enterprise filed a repair case for one of its records, with its commitment.
 * Announced by `repair`; heard by `delivery`, `audit`. Key: the credit code.
 */
export class CaseFiledV1 extends CaseFact {
  static readonly topic = 'credit.repair.cases';
  static readonly type = 'credit.repair.case-filed.v1';
  static readonly openness = 'own-unit';

  @IsLocalDate() filedOn!: string;
  /** The subject of the filing agent's token. */
  @IsText() filedBy!: string;
  /** Who determined the record decides on its repair. */
  @HasOne(() => Unit) determiningUnit!: Unit;
  /** The record is minor: never shown, repairable at once. */
  @IsBoolean() minor!: boolean;
}
