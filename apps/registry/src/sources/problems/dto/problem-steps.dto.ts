import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { SourcePath } from '../../dto/source.path.js';

const LONGEST = 2_000;

/** The path to a problem of a source. */
export class ProblemPath extends SourcePath {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id!: string;
}

/** A fault that the centre has found. */
export class OpenProblemDto {
  @ApiProperty({ description: 'The catalogue item that it concerns.' })
  @IsString()
  @MaxLength(64)
  item!: string;

  @ApiProperty({ maxLength: LONGEST, description: 'What is at fault, for the unit to read.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(LONGEST)
  description!: string;
}

/** What the unit answers. */
export class AnswerProblemDto {
  @ApiProperty({ maxLength: LONGEST })
  @IsString()
  @Matches(/\S/)
  @MaxLength(LONGEST)
  answer!: string;
}

/** Why the centre closes a problem or strikes it off the list. */
export class SettleProblemDto {
  @ApiProperty({ maxLength: LONGEST })
  @IsString()
  @Matches(/\S/)
  @MaxLength(LONGEST)
  reason!: string;
}
