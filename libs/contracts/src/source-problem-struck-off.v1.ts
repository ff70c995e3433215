import { IsLocalDate, IsText } from './decorators.js';
import { SourceProblemFact } from './source-problem-fact.js';

/** The centre has struck off the list what was opened in error. Announced by `registry`; heard by `delivery`, `audit`. Key: the unit's code. */
export class SourceProblemStruckOffV1 extends SourceProblemFact {
  static readonly topic = 'credit.registry.problems';
  static readonly type = 'credit.registry.source-problem-struck-off.v1';
  static readonly openness = 'own-unit';

  @IsText() reason!: string;
  @IsLocalDate() struckOffOn!: string;
}
