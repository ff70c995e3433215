import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Which version of a mapping is asked for. */
export class MappingQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'By default the newest.' })
  @Transform(({ value }) => (typeof value === 'string' ? Number(value) : value))
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
}
