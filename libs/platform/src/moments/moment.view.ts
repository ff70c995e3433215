import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiQuery } from '@nestjs/swagger';

/** The moment that an answer speaks of, and the digest of what it shows. */
export class MomentView {
  @ApiPropertyOptional({ format: 'date', description: 'Effective at (business date); absent: on any day 生效时点' }) effectiveAt?: string;
  @ApiProperty({ format: 'date-time', description: 'Recorded at (machine time) or before 记录时间' }) knownAt!: string;
  @ApiProperty({ format: 'date', description: 'The business date whose rights say what of it may be seen: today' }) rightsAsOf!: string;
  @ApiProperty({
    description: 'sha256 of the canonical JSON of the moment and of what is shown; the same again until something in it is withheld',
  })
  digest!: string;
}

/** Describes the two parameters by which a route is asked for a moment of the past. */
export const ApiMoment = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiQuery({
      name: 'effectiveAt',
      required: false,
      schema: { type: 'string', format: 'date' },
      description: 'What was so on this business date 生效时点; not later than today',
    }),
    ApiQuery({
      name: 'knownAt',
      required: false,
      schema: { type: 'string', format: 'date-time', example: '2026-05-11T01:00:00.000Z' },
      description: 'What was recorded at this instant or before (UTC, machine time) 记录时间; not later than `asOf`',
    }),
  );
