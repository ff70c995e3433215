import { IsListOf, IsLocalDate, IsText } from './decorators.js';
import { RecordState } from './record-state.js';

/**
 * The source corrected a record; the data is its new whole, with what changed and why. What was said before stays known as said then.
 * Announced by `registry`; heard by `rating`, `repair`, `verification`, `disclosure`, `delivery`, `audit`. Key: the credit code.
 */
export class RecordCorrectedV1 extends RecordState {
  static readonly topic = 'credit.registry.records';
  static readonly type = 'credit.registry.record-corrected.v1';
  static readonly openness = 'shared';

  /** The names of the fields that changed. */
  @IsListOf(IsText) changed!: string[];
  @IsText() reason!: string;
  @IsText() correctionDocument!: string;
  @IsLocalDate() correctedOn!: string;
}
