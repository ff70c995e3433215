import { accessContract } from '@chengxin/contracts';
import { Looks, seenByEnterprise } from '@chengxin/messaging';
import { Allow, CurrentLook, decodeCursor, encodeCursor, type Look, NotPublic } from '@chengxin/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EntriesPage, EntriesQuery } from './dto/entries.dto.js';
import { EntriesRepository } from './entries.repository.js';
import { type EntryRow } from './entry.row.js';
import { isPosition } from './position.js';

const OWN_LOOKS = accessContract('audit').type;

/** The log, for those who oversee. */
@ApiTags('audit')
@Controller('audit/entries')
export class EntriesController {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly looks: Looks,
  ) {}

  @Get()
  @Allow({ roles: ['auditor', 'administrator'] })
  @NotPublic('nothing')
  @ApiOperation({ summary: 'Every event that was said, in the order it came here' })
  @ApiOkResponse({ type: EntriesPage })
  async list(@Query() { after, limit, ...narrowing }: EntriesQuery, @CurrentLook() look: Look): Promise<EntriesPage> {
    const position = after ? decodeCursor(after, isPosition) : '0';
    const items = await this.entries.behind(position, narrowing, limit);
    await this.looks.record(look, ...seenByEnterprise('entries', items, seenEntry));
    const last = items.at(-1)?.position;
    return items.length === limit && last ? { items, next: encodeCursor(last) } : { items };
  }
}

/** An entry about an enterprise; a look that is looked at here is none, or reading the log to its end would never end. */
function seenEntry({ eventId, type, key, data }: EntryRow) {
  const about = type !== OWN_LOOKS && 'creditCode' in data && data.creditCode === key;
  return about ? { creditCode: key, kind: 'event', id: eventId } : undefined;
}
