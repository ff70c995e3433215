import type { ItemCode } from '@chengxin/law';
import { IsCode, IsCount, IsCreditCode, IsIdentifier, IsInstant } from './decorators.js';

/** What every event of a record says; `version` counts the record's own facts from 1 without a gap. */
export class RecordFact {
  @IsIdentifier() recordId!: string;
  @IsCreditCode() creditCode!: string;
  @IsCount(1) version!: number;
  @IsCode() item!: ItemCode;
  /** The owner database's instant of this fact (machine time). */
  @IsInstant() knownAt!: string;
}
