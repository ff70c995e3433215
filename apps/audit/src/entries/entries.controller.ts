import { Allow, decodeCursor, encodeCursor } from '@chengxin/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EntriesPage, EntriesQuery } from './dto/entries.dto.js';
import { EntriesRepository } from './entries.repository.js';

const isPosition = (value: unknown): value is string => typeof value === 'string' && /^\d{1,18}$/.test(value);

/** The log, for those who oversee. */
@ApiTags('audit')
@Controller('audit/entries')
export class EntriesController {
  constructor(private readonly entries: EntriesRepository) {}

  @Get()
  @Allow({ roles: ['auditor', 'administrator'] })
  @ApiOperation({ summary: 'Every event that was said, in the order it came here' })
  @ApiOkResponse({ type: EntriesPage })
  async list(@Query() { after, limit, ...narrowing }: EntriesQuery): Promise<EntriesPage> {
    const position = after ? decodeCursor(after, isPosition) : '0';
    const items = await this.entries.behind(position, narrowing, limit);
    const last = items.at(-1)?.position;
    return items.length === limit && last ? { items, next: encodeCursor(last) } : { items };
  }
}
