import { PageQuery } from '@chengxin/platform';
import { type Status, TRANSITIONS } from '@chengxin/repair';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MayBeAbsent } from './fields.js';

const STATUSES = Object.keys(TRANSITIONS);

/** The query of the work list: a page, perhaps of one status only. */
export class WorkListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @MayBeAbsent()
  @IsIn(STATUSES)
  status?: Status;
}
