import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsObject, IsString, Matches, MaxLength } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** That the duties of a record are met. */
export class FulfilmentDto {
  @ApiProperty({ format: 'date', description: 'The day on which they were met.' })
  @Matches(DATE)
  fulfilledOn!: string;

  @ApiProperty({ description: 'What was done.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  what!: string;

  @ApiProperty({ description: 'What proves it.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  proof!: string;
}

/** Why and by which document something is said about a record. */
class StatedDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;

  @ApiProperty({ description: 'The number of the document.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  document!: string;
}

/** An order to delete the personal details of a record. */
export class DeletionOrderDto extends StatedDto {}

/** A correction of some fields of a record. */
export class CorrectionDto extends StatedDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The corrected values; an empty text takes one away.',
  })
  @IsObject()
  fields!: Record<string, unknown>;
}

/** A record is taken back, or the decision behind it was annulled. */
export class TakeBackDto extends StatedDto {
  @ApiProperty({ format: 'date', description: 'The day since which it no longer holds.' })
  @Matches(DATE)
  on!: string;
}
