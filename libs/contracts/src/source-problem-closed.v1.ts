import { IsLocalDate, IsText } from './decorators.js';
import { SourceProblemFact } from './source-problem-fact.js';

/** The centre has closed a problem that its unit had answered. Announced by `registry`; heard by `delivery`, `audit`. Key: the unit's code. */
export class SourceProblemClosedV1 extends SourceProblemFact {
  static readonly topic = 'credit.registry.problems';
  static readonly type = 'credit.registry.source-problem-closed.v1';
  static readonly openness = 'own-unit';

  @IsText() reason!: string;
  @IsLocalDate() closedOn!: string;
}
