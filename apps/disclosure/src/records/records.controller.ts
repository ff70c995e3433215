import { parseCreditCode } from '@chengxin/kernel';
import { Looks } from '@chengxin/messaging';
import { accepted, AllowPublic, ApiMoment, CurrentLook, type Look, NotPublic } from '@chengxin/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { REFUSALS } from '../refusals.js';
import { RecordPage } from './dto/record.view.js';
import { RecordsQuery } from './dto/records.query.js';
import { RecordListService } from './record-list.service.js';

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
    description:
      'Anyone gets what is published; an enterprise everything of its own; departments, for a purpose, also what is shared. Of a past moment, further pages take the `knownAt` of the first.',
  })
  @ApiParam({ name: 'code', description: 'Unified social credit code', schema: { type: 'string' } })
  @ApiMoment()
  @ApiOkResponse({ type: RecordPage })
  async list(@Param('code') code: string, @Query() query: RecordsQuery, @CurrentLook() look: Look): Promise<RecordPage> {
    const creditCode = accepted(parseCreditCode(code), REFUSALS);
    const { page, seen } = await this.records.page({ creditCode, ...query }, look);
    await this.looks.record(look, seen);
    return page;
  }
}
