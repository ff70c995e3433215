import { IsBoolean } from 'class-validator';
import type { ItemCode } from '@chengxin/law';
import { IsCode, IsCount, IsIdentifier, IsInstant, IsLocalDate } from './decorators.js';
import { HasOne } from './nested.js';
import { Unit } from './unit.js';

/**
 * A unit's report on one catalogue item was taken in, with its counts; one without rows says that there is nothing new.
 * Announced by `registry`; heard by `verification`, `delivery`, `audit`. Key: the unit's code.
 */
export class ReportReceivedV1 {
  static readonly topic = 'credit.registry.reports';
  static readonly type = 'credit.registry.report-received.v1';
  static readonly openness = 'shared';

  @HasOne(() => Unit) unit!: Unit;
  @IsCode() item!: ItemCode;
  /** The day up to which the unit reports. */
  @IsLocalDate() asOf!: string;
  @IsIdentifier() batchId!: string;
  @IsCount() rows!: number;
  @IsCount() accepted!: number;
  @IsCount() unchanged!: number;
  @IsCount() refused!: number;
  @IsCount() corrected!: number;
  @IsBoolean() nothingNew!: boolean;
  @IsLocalDate() receivedOn!: string;
  @IsInstant() knownAt!: string;
}
