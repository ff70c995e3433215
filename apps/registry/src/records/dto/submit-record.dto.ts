import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsBoolean, IsObject, IsOptional } from 'class-validator';
import { SubmitBatchDto } from '../../batches/dto/submit-batch.dto.js';

/** One record, with the same checks as a row of a file. */
export class SubmitRecordDto extends OmitType(SubmitBatchDto, ['correction'] as const) {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Values under the names of their fields: camelCase, official code or Chinese name.',
  })
  @IsObject()
  fields!: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'Whether a known record is corrected.' })
  @IsOptional()
  @IsBoolean()
  correction?: boolean;
}
