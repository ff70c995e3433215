import { ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsNotEmpty, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import type { ReplayTarget } from '../../parking/parked-events.js';

/** What to replay: one of `id`, `topic` with `key`, or `all`. */
export class ReplayDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'A parked event; those before it in its line are replayed first.' })
  @ValidateIf(({ id, topic, all }: ReplayDto) => id !== undefined || (topic === undefined && all === undefined))
  @IsUUID()
  id?: string;

  @ApiPropertyOptional({ description: 'A topic by its name in the contracts, with a key.' })
  @ValidateIf(({ topic, key }: ReplayDto) => topic !== undefined || key !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  topic?: string;

  @ApiPropertyOptional({ description: 'The message key.' })
  @ValidateIf(({ topic, key }: ReplayDto) => topic !== undefined || key !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  key?: string;

  @ApiPropertyOptional({ enum: [true] })
  @ValidateIf(({ all }: ReplayDto) => all !== undefined)
  @Equals(true)
  all?: true;
}

/** The target that a valid request names. */
export function targetOf({ id, topic, key }: ReplayDto): ReplayTarget {
  if (id !== undefined) return { id };
  return topic !== undefined && key !== undefined ? { topic, key } : { all: true };
}
