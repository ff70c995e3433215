import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '@chengxin/platform';
import { Discards } from '../parking/discards.js';
import { ParkedRows, type DiscardedEvent } from '../parking/parked-rows.js';
import { DiscardDto } from './dto/discard.dto.js';

/** Where an administrator gives a parked message up by name. */
@ApiTags('operations')
@Controller('operations')
@Allow({ roles: ['administrator'] })
export class DiscardsController {
  constructor(
    private readonly discards: Discards,
    private readonly rows: ParkedRows,
  ) {}

  @ApiOkResponse({
    description: 'Gives a message up for good and replays what waits behind it. How many of those were applied and remain.',
  })
  @Post('parked/:id/discard')
  @HttpCode(200)
  discard(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { because }: DiscardDto,
    @CurrentActor() actor: Actor,
  ): Promise<{ replayed: number; parked: number }> {
    return this.discards.discard({ id, because, by: actor.subject });
  }

  @ApiOkResponse({ description: 'Messages that were given up, with why and by whom.' })
  @Get('discarded')
  @Header('cache-control', 'private, no-store')
  async list(): Promise<{ items: DiscardedEvent[] }> {
    return { items: await this.rows.discarded() };
  }
}
