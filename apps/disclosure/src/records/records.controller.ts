import { parseCreditCode, parseLocalDate, type LocalDate } from '@chengxin/kernel';
import { Looks } from '@chengxin/messaging';
import { accepted, AllowPublic, CurrentLook, InvalidRequest, type Look, NotPublic } from '@chengxin/platform';
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
  constructor(
    private readonly records: RecordListService,
    private readonly looks: Looks,
  ) {}

  @Get(':code/records')
  @AllowPublic()
  @NotPublic('public-set')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    summary: 'The records of an enterprise, latest decision first 信用记录',
    security: [{}, { bearer: [] }],
    description: 'Anyone gets what is published; an enterprise everything of its own; departments, for a purpose, also what is shared.',
  })
  @ApiParam({ name: 'code', description: 'Unified social credit code', schema: { type: 'string' } })
  @ApiOkResponse({ type: RecordPage })
  async list(@Param('code') code: string, @Query() query: RecordsQuery, @CurrentLook() look: Look): Promise<RecordPage> {
    const { item, limit, after } = query;
    const creditCode = accepted(parseCreditCode(code), REFUSALS);
    const { page, seen } = await this.records.page({ creditCode, item, limit, after, effectiveAt: dayIn(query) }, look);
    await this.looks.record(look, seen);
    return page;
  }
}

function dayIn({ effectiveAt }: RecordsQuery): LocalDate | undefined {
  const day = effectiveAt === undefined ? undefined : parseLocalDate(effectiveAt);
  if (effectiveAt !== undefined && !day) throw new InvalidRequest([NO_SUCH_DAY]);
  return day;
}
