import { IsInt } from 'class-validator';
import { IsLocalDate, IsText } from './decorators.js';

/**
 * Business time was set: machine time plus this offset. The first may be negative, later ones only grow.
 * Written by the operator's own Kafka user through the gateway; read whole by every process before it serves. Key: `clock`.
 */
export class ClockAdvancedV1 {
  static readonly topic = 'credit.platform.clock';
  static readonly type = 'credit.platform.clock-advanced.v1';
  static readonly openness = 'internal';

  @IsInt() offsetSeconds!: number;
  /** The business date it was when this was written. */
  @IsLocalDate() advancedTo!: string;
  /** The subject of the operator's token, or of the launcher. */
  @IsText() by!: string;
}
