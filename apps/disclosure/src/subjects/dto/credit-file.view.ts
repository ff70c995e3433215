import { SUBJECT_STATES, type SubjectRegisterState } from '@chengxin/contracts';
import { MomentView } from '@chengxin/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NameView, RecordView, UnitView } from '../../records/dto/record.view.js';

/** How many published records there are of an item. */
export class ItemCount {
  @ApiProperty({ type: 'integer', description: 'Category of the national catalogue, 1 to 13' }) category!: number;
  @ApiProperty({ type: 'string', example: 'penalty' }) item!: string;
  @ApiProperty({ type: () => NameView }) name!: NameView;
  @ApiProperty({ type: 'integer' }) count!: number;
}

/** The public credit file of an enterprise: what is published about it, without grade or score. */
export class CreditFileView {
  @ApiProperty({ type: 'string' }) creditCode!: string;
  @ApiProperty({ type: 'string' }) name!: string;
  @ApiProperty({ type: 'string', isArray: true }) formerNames!: string[];
  @ApiProperty({ enum: SUBJECT_STATES }) state!: SubjectRegisterState;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'The register entry by English field name' })
  registration!: Record<string, string>;
  @ApiProperty({ type: 'string', format: 'date', description: 'The day that the register states' }) registeredAsOf!: string;
  @ApiProperty({ type: () => UnitView }) registeredBy!: UnitView;
  @ApiProperty({ type: () => ItemCount, isArray: true }) counts!: ItemCount[];
  @ApiProperty({ type: () => RecordView, isArray: true, description: 'The published records, latest decision first, at most 100' })
  records!: RecordView[];
  @ApiProperty({ type: 'boolean', description: 'There are more than 100: `/records` gives all' }) moreRecords!: boolean;
  @ApiPropertyOptional({ type: 'string', format: 'date-time', description: 'Everything known before this instant is in the file' })
  asOf?: string;
  @ApiProperty({ type: 'boolean', description: 'Older than five seconds' }) behind!: boolean;
  @ApiPropertyOptional({ type: () => MomentView, description: 'Of a past moment: which, and the digest of this file' }) moment?: MomentView;
}
