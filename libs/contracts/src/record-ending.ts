import { IsLocalDate, IsText } from './decorators.js';
import { HasOne } from './nested.js';
import { RecordFact } from './record-fact.js';
import { Unit } from './unit.js';

/** That a unit took a record back: on which day, why, and by which document. */
export class RecordEnding extends RecordFact {
  @IsLocalDate() on!: string;
  @IsText() reason!: string;
  @IsText() document!: string;
  @HasOne(() => Unit) unit!: Unit;
}
