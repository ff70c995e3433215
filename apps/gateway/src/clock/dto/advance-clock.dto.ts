import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsLocalDate } from '@chengxin/contracts';
import { IsInt, Max, Min, ValidateIf } from 'class-validator';

const A_CENTURY = 36_525;

/** To where business time is moved: to a date, or by a number of days; the time of day stays. With both, the date counts. */
export class AdvanceClockDto {
  @ApiPropertyOptional({ description: 'A date in Asia/Shanghai', example: '2026-07-21' })
  @ValidateIf(({ to, days }: AdvanceClockDto) => to !== undefined || days === undefined)
  @IsLocalDate()
  to?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: A_CENTURY })
  @ValidateIf(({ days }: AdvanceClockDto) => days !== undefined)
  @IsInt()
  @Min(1)
  @Max(A_CENTURY)
  days?: number;
}
