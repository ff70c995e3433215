import { IsLocalDate, IsText } from './decorators.js';
import { HasOne } from './nested.js';
import { Publicity } from './publicity.js';
import { RecordFact } from './record-fact.js';
import { Unit } from './unit.js';

/**
 * The determining unit says that the duties of a record are met: what, on which day, proved by what.
 * Announced by `registry`, also on an approval that carries the fulfilment; heard by `rating`, `repair`, `verification`, `disclosure`,
 * `delivery`, `audit`. Key: the credit code.
 */
export class RecordFulfilledV1 extends RecordFact {
  static readonly topic = 'credit.registry.records';
  static readonly type = 'credit.registry.record-fulfilled.v1';
  static readonly openness = 'shared';

  @IsLocalDate() fulfilledOn!: string;
  @IsText() what!: string;
  @IsText() proof!: string;
  @HasOne(() => Unit) unit!: Unit;
  /** As it stands now that the duties are met. */
  @HasOne(() => Publicity) publicity!: Publicity;
}
