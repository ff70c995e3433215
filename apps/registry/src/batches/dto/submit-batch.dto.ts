import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The form with which a unit submits a file. */
export class SubmitBatchDto {
  @ApiProperty({ description: 'The code of a catalogue item in force, such as subject-register, penalty or judgment.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  kind!: string;

  @ApiPropertyOptional({ description: 'Credit code of the source unit, by default the own unit.' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  unit?: string;

  @ApiPropertyOptional({ description: 'Name of the source unit, where its rows do not give it.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  unitName?: string;

  @ApiPropertyOptional({ description: 'The day up to which the file speaks, YYYY-MM-DD; needed for the register, else by default today.' })
  @IsOptional()
  @Matches(DATE)
  asOf?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Whether rows of known records are corrections.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  correction?: string;

  @ApiPropertyOptional({ description: 'Why the records are corrected.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;

  @ApiPropertyOptional({ description: 'The document that corrects them.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  document?: string;
}
