import { parseCreditCode, parseLocalDate, type LocalDate } from '@chengxin/kernel';
import { accepted, type Actor, AllowPublic, CurrentActor, InvalidRequest } from '@chengxin/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { REFUSALS } from '../refusals.js';
import { RecordPage } from './dto/record.view.js';
import { RecordsQuery } from './dto/records.query.js';
import { RecordListService } from './record-list.service.js';

const NO_SUCH_DAY = { in: 'query', pointer: '/effectiveAt', rule: 'localDate', zh: '没有这一天', en: 'is no day of the calendar' } as const;

/** The records of an enterprise. */
@ApiTags('subjects')
@Controller('subjects')
export class RecordsController {
  constructor(private readonly records: RecordListService) {}

  @Get(':code/records')
  @AllowPublic()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    summary: 'The records of an enterprise, latest decision first 信用记录',
    security: [{}, { bearer: [] }],
    description: 'Anyone gets what is published; departments also what is shared; an enterprise everything of its own.',
  })
  @ApiParam({ name: 'code', description: 'Unified social credit code', schema: { type: 'string' } })
  @ApiOkResponse({ type: RecordPage })
  list(@Param('code') code: string, @Query() query: RecordsQuery, @CurrentActor() actor: Actor): Promise<RecordPage> {
    const { item, limit, after } = query;
    const creditCode = accepted(parseCreditCode(code), REFUSALS);
    return this.records.page({ creditCode, item, limit, after, effectiveAt: dayIn(query) }, actor);
  }
}

function dayIn({ effectiveAt }: RecordsQuery): LocalDate | undefined {
  const day = effectiveAt === undefined ? undefined : parseLocalDate(effectiveAt);
  if (effectiveAt !== undefined && !day) throw new InvalidRequest([NO_SUCH_DAY]);
  return day;
}
