import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { PersonalPlaceDto } from './personal-place.dto.js';

/** A record as its determining or source unit reads it. */
export class RecordDto {
  @ApiProperty({ format: 'uuid' }) recordId!: string;
  @ApiProperty() version!: number;
  @ApiProperty() item!: string;
  @ApiProperty() creditCode!: string;
  @ApiProperty() documentNumber!: string;
  @ApiProperty({ format: 'date' }) decidedOn!: string;
  @ApiProperty({ type: Object, description: 'Code and name of the determining unit.' }) authority!: object;
  @ApiProperty({ type: Object, description: 'Code and name of the source unit.' }) sourceUnit!: object;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) fields!: Record<string, string>;
  @ApiPropertyOptional({ type: PersonalPlaceDto, description: 'What stands in the place of identity papers, where it came with some.' })
  personalDetails?: PersonalPlaceDto;
  @ApiPropertyOptional({ enum: ['minor', 'general', 'serious'] }) class?: string;
  @ApiPropertyOptional({ enum: ['minor', 'general', 'serious'], description: 'Under the rules of 2026.' }) ratingClass?: string;
  @ApiPropertyOptional() procedure?: string;
  @ApiPropertyOptional() sector?: string;
  @ApiProperty({ type: [String] }) assumed!: string[];
  @ApiProperty({ type: Object, description: 'When it is shown, shared and counted; every date is a last day.' }) publicity!: object;
  @ApiProperty({ enum: ['unknown', 'met'] }) fulfilment!: string;
  @ApiPropertyOptional({ format: 'date' }) fulfilledOn?: string;
  @ApiProperty({ enum: ['standing', 'repaired', 'withdrawn', 'annulled'] }) status!: string;
  @ApiPropertyOptional({ format: 'date' }) repairedOn?: string;
  @ApiProperty({ format: 'date' }) collectedOn!: string;
  @ApiProperty({ format: 'date-time', description: 'Recorded at (machine time).' }) knownAt!: string;
}

/** What became of a record that was sent. */
export class RecordReceiptDto {
  @ApiProperty({ enum: ['accepted', 'unchanged', 'corrected'] }) outcome!: string;
  @ApiProperty({ type: [Object], description: 'What is worth a look, each with `code` and `text`.' }) warnings!: object[];
  @ApiProperty({ type: [String], description: 'Names that the item does not have.' }) unknownFields!: string[];
  @ApiPropertyOptional({ type: RecordDto, description: 'Absent for a row of the register.' }) record?: RecordDto;
}
