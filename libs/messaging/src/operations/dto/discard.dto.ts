import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** Why a parked message is given up. */
export class DiscardDto {
  @ApiProperty({ description: 'Why it can never be applied, and what was done instead.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  because!: string;
}
