import type { ItemCode } from '@chengxin/law';
import { IsCode, IsCount, IsIdentifier, IsInstant } from './decorators.js';
import { HasOne } from './nested.js';
import { Unit } from './unit.js';

/** What every event of a problem of a source says: whose it is, on which item, and the how-manieth word about it this is. */
export class SourceProblemFact {
  @IsIdentifier() problemId!: string;
  @HasOne(() => Unit) unit!: Unit;
  @IsCode() item!: ItemCode;
  @IsCount(1) version!: number;
  @IsInstant() knownAt!: string;
}
