import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { SubmitBatchDto } from './submit-batch.dto.js';

/** A report that there is nothing new. */
export class ReportDto extends OmitType(SubmitBatchDto, ['kind', 'correction', 'reason', 'document'] as const) {
  @ApiProperty({ description: 'The catalogue item.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  item!: string;
}
