import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '@chengxin/platform';
import { Rebuilds, type RebuildProgress } from './rebuilds.js';

/** Where an administrator has the copies of one service rebuilt. */
@ApiTags('operations')
@Controller('operations/rebuild')
@Allow({ roles: ['administrator'] })
export class RebuildsController {
  constructor(private readonly rebuilds: Rebuilds) {}

  @ApiAcceptedResponse({
    description: 'Fills the copy tables anew from the events consumed so far; what the service owns stays as it is.',
  })
  @Post()
  @HttpCode(202)
  begin(@CurrentActor() actor: Actor): Promise<RebuildProgress> {
    return this.rebuilds.begin(actor.subject);
  }

  @ApiOkResponse({ description: 'How far the rebuild under way is, else how the last one ended.' })
  @Get()
  @Header('cache-control', 'private, no-store')
  progress(): Promise<RebuildProgress> {
    return this.rebuilds.progress();
  }
}
