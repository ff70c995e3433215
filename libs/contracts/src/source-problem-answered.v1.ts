import { IsLocalDate, IsText } from './decorators.js';
import { SourceProblemFact } from './source-problem-fact.js';

/** The unit has answered to a problem of its own. Announced by `registry`; heard by `delivery`, `audit`. Key: the unit's code. */
export class SourceProblemAnsweredV1 extends SourceProblemFact {
  static readonly topic = 'credit.registry.problems';
  static readonly type = 'credit.registry.source-problem-answered.v1';
  static readonly openness = 'own-unit';

  @IsText() answer!: string;
  @IsLocalDate() answeredOn!: string;
}
