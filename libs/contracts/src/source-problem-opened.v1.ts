import { IsCode, IsLocalDate, IsText, MayBeAbsent } from './decorators.js';
import { SourceProblemFact } from './source-problem-fact.js';

/** A problem of a source was opened to its unit, by a rule (`entry` names what it rests on) or by the centre. Announced by `registry`; heard by `delivery`, `audit`. Key: the unit's code. */
export class SourceProblemOpenedV1 extends SourceProblemFact {
  static readonly topic = 'credit.registry.problems';
  static readonly type = 'credit.registry.source-problem-opened.v1';
  static readonly openness = 'own-unit';

  @IsCode() fault!: string;
  @IsText() descriptionZh!: string;
  @IsText() descriptionEn!: string;
  @MayBeAbsent() @IsText() entry?: string;
  @IsLocalDate() openedOn!: string;
}
