import { parseCreditCode } from '@chengxin/kernel';
import { accepted, Allow, CurrentLook, type Look, NotPublic } from '@chengxin/platform';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { REFUSALS } from '../refusals.js';
import { FeedQuery } from './dto/feed.query.js';
import { FeedPage } from './dto/feed.view.js';
import { FeedReaderService } from './feed-reader.service.js';

/** The feed of what departments receive. */
@ApiTags('events')
@Controller('events')
export class FeedController {
  constructor(private readonly feed: FeedReaderService) {}

  @Get()
  @Allow({ roles: ['department-client', 'checking-officer', 'determining-officer', 'regulator'] })
  @NotPublic('nothing')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ summary: 'The events for departments, in order, from any point on 事件流' })
  @ApiOkResponse({ type: FeedPage })
  page(@Query() { after, types, subject, limit }: FeedQuery, @CurrentLook() look: Look): Promise<FeedPage> {
    const about = subject === undefined ? undefined : accepted(parseCreditCode(subject), REFUSALS);
    return this.feed.page({ after, types, subject: about, limit }, look);
  }
}
