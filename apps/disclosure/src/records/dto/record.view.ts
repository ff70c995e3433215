import { type PenaltyClass, PENALTY_CLASSES } from '@chengxin/contracts';
import { MomentView } from '@chengxin/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const day = { type: 'string', format: 'date' } as const;

/** A name in both languages. */
export class NameView {
  @ApiProperty({ type: 'string', example: '行政处罚' }) zh!: string;
  @ApiProperty({ type: 'string', example: 'Administrative penalty' }) en!: string;
}

/** A government unit. */
export class UnitView {
  @ApiProperty({ type: 'string', description: 'Its unified social credit code' }) code!: string;
  @ApiProperty({ type: 'string' }) name!: string;
}

/** From when to when a record is shown; both days included, an absent end is not known. */
export class ShownView {
  @ApiPropertyOptional(day) from?: string;
  @ApiPropertyOptional(day) until?: string;
}

/** When the record may be repaired at the earliest; `repair-eligibility` answers the rest. */
export class RepairHint {
  @ApiPropertyOptional({ ...day, description: 'The day after the minimum publicity; absent where there is none' }) from?: string;
}

/** A record as far as its reader may see it. */
export class RecordView {
  @ApiProperty({ type: 'string', format: 'uuid' }) recordId!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'string', example: 'penalty' }) item!: string;
  @ApiProperty({ type: () => NameView }) name!: NameView;
  @ApiProperty({ type: 'integer', description: 'Category of the national catalogue, 1 to 13' }) category!: number;
  @ApiProperty({ enum: ['adverse', 'neutral', 'favourable'] }) polarity!: string;
  @ApiProperty({ type: 'string' }) documentNumber!: string;
  @ApiProperty(day) decidedOn!: string;
  @ApiProperty({ type: () => UnitView }) authority!: UnitView;
  @ApiPropertyOptional({ enum: PENALTY_CLASSES }) class?: PenaltyClass;
  @ApiProperty({ ...day, description: 'Since when what it states is true' }) effectiveFrom!: string;
  @ApiProperty({ enum: ['current', 'repaired', 'withdrawn', 'annulled'] }) state!: string;
  @ApiPropertyOptional({ ...day, description: 'When it was repaired, withdrawn or annulled' }) endedOn?: string;
  @ApiProperty({ type: 'boolean', description: 'Whether it is published today' }) shown!: boolean;
  @ApiProperty({ type: () => ShownView }) publicity!: ShownView;
  @ApiProperty({ enum: ['unknown', 'met'], description: 'Whether the determining unit has said that its duties are met' })
  fulfilment!: string;
  @ApiPropertyOptional(day) fulfilledOn?: string;
  @ApiPropertyOptional({ type: () => RepairHint, description: 'Of adverse records' }) repair?: RepairHint;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: "The item's fields by English name" })
  fields!: Record<string, string>;
}

/** A page of the records of an enterprise, and how current the copy is that it was read from. */
export class RecordPage {
  @ApiProperty({ type: () => RecordView, isArray: true }) items!: RecordView[];
  @ApiPropertyOptional({ type: 'string' }) next?: string;
  @ApiPropertyOptional({ type: 'string', format: 'date-time', description: 'Everything known before this instant is in the answer' })
  asOf?: string;
  @ApiProperty({ type: 'boolean', description: 'Older than five seconds' }) behind!: boolean;
  @ApiPropertyOptional({ type: () => MomentView, description: 'Of a past moment: which, and the digest of this page' }) moment?: MomentView;
}
