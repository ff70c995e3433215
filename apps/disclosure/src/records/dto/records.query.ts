import { IsLocalDate } from '@chengxin/contracts';
import { PageQuery } from '@chengxin/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

/** Which records of an enterprise: a page, perhaps of one item, perhaps those in force on a day. */
export class RecordsQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'string', example: 'penalty', description: 'A code of the catalogue' })
  @IsOptional()
  @Matches(/^[a-z]+(-[a-z]+)*$/)
  item?: string;

  @ApiPropertyOptional({ type: 'string', format: 'date', description: 'Only what was in force on this business date, as known today' })
  @IsOptional()
  @IsLocalDate()
  effectiveAt?: string;
}
