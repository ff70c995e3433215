import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNobodys } from '@chengxin/platform';
import { AMOUNT_UNITS, type AmountUnit } from '@chengxin/registry';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MOST_SAMPLE_ROWS } from '../sample.js';

/** How one column of the source's own files is read. */
export class MappedColumnDto {
  @ApiProperty({ description: 'Its title in the source’s own files.' })
  @IsString()
  @IsNotEmpty()
  @IsNobodys()
  @MaxLength(200)
  column!: string;

  @ApiProperty({ description: 'The field of the catalogue item that it holds.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  field!: string;

  @ApiPropertyOptional({
    description:
      'How its dates are written: yyyy, MM or M, dd or d once each with signs between, as in dd.MM.yyyy; by default as in the official layout.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  dates?: string;

  @ApiPropertyOptional({ enum: AMOUNT_UNITS, description: 'The unit of its amounts, by default 10,000 yuan.' })
  @IsOptional()
  @IsIn(AMOUNT_UNITS)
  amounts?: AmountUnit;
}

/** Some rows in the source's own header; one of the two. */
export class SampleDto {
  @ApiPropertyOptional({ description: `CSV text, its header first, at most ${MOST_SAMPLE_ROWS} rows.` })
  @IsOptional()
  @IsString()
  @MaxLength(200_000)
  csv?: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Objects whose keys are the header.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_SAMPLE_ROWS)
  @IsObject({ each: true })
  rows?: Record<string, unknown>[];
}

/** A mapping and the sample on which it is tried. */
export class PutMappingDto {
  @ApiProperty({ type: [MappedColumnDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => MappedColumnDto)
  columns!: MappedColumnDto[];

  @ApiProperty({ type: SampleDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => SampleDto)
  sample!: SampleDto;
}
