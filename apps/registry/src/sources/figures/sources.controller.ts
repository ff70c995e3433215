import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, decodeCursor, encodeCursor } from '@chengxin/platform';
import { SourcePath } from '../dto/source.path.js';
import { SOURCE_READERS } from '../reach.js';
import { MonthsQuery, SourceDto, SourcesPageDto, SourcesQuery } from './dto/source.dto.js';
import { SourcesService } from './sources.service.js';

const isCode = (value: unknown): value is string => typeof value === 'string';

/** The quality of sources: how punctual, how complete, how often refused, corrected and overturned. */
@ApiTags('sources')
@Controller('sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  /** The own unit as a source; for the centre and its overseers every unit, in the order of their codes. */
  @Get()
  @Allow({ roles: SOURCE_READERS })
  @ApiOkResponse({ type: SourcesPageDto })
  async list(@Query() { after, limit, from, until }: SourcesQuery, @CurrentActor() actor: Actor): Promise<SourcesPageDto> {
    const behind = after === undefined ? '' : decodeCursor(after, isCode);
    const items = await this.sources.page(actor, { after: behind, limit, from, until });
    const last = items.at(-1);
    return { items, ...(last && items.length === limit && { next: encodeCursor(last.unit.code) }) };
  }

  /** One unit as a source. */
  @Get(':unit')
  @Allow({ roles: SOURCE_READERS })
  @ApiOkResponse({ type: SourceDto })
  get(@Param() { unit }: SourcePath, @Query() months: MonthsQuery, @CurrentActor() actor: Actor): Promise<SourceDto> {
    return this.sources.get(unit, actor, months);
  }
}
