import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  CurrentActor,
  decodeCursor,
  encodeCursor,
  PageQuery,
  PLATFORM_REFUSALS,
  problem,
  type Actor,
  type Page,
} from '@chengxin/platform';
import { ParkedEvents } from '../parking/parked-events.js';
import type { ParkedEvent } from '../parking/parked-rows.js';
import { JournalQueryDto } from './dto/journal-query.dto.js';
import { ReplayDto, targetOf } from './dto/replay.dto.js';
import { IdlenessCheck, type Idleness } from './idleness.js';
import { Journals, type JournalEntry } from './journals.js';
import { ServiceStatus } from './service-status.js';

const isText = (value: unknown): value is string => typeof value === 'string' && /^\d+$/.test(value);

/** What an administrator sees and does at one service. */
@ApiTags('operations')
@Controller('operations')
@Allow({ roles: ['administrator'] })
export class OperationsController {
  constructor(
    private readonly statusOf: ServiceStatus,
    private readonly idleness: IdlenessCheck,
    private readonly parked: ParkedEvents,
    private readonly journals: Journals,
  ) {}

  @ApiOkResponse({ description: 'Counts, outbox, lag, parked events, timers, relay and clock of this service.' })
  @Get('status')
  status() {
    return this.statusOf.read();
  }

  @ApiOkResponse({ description: 'Whether the service has nothing left to do at this business time, and if not, why.' })
  @Get('idle')
  idle(): Promise<Idleness> {
    return this.idleness.ask();
  }

  @ApiOkResponse({ description: 'Parked events, first parked first.' })
  @Get('parked')
  async list(@Query() { limit, after }: PageQuery): Promise<Page<ParkedEvent>> {
    const rows = await this.parked.list(limit, after === undefined ? undefined : decodeCursor(after, isText));
    const items = rows.map(({ position: _, ...item }) => item);
    const last = rows.at(-1);
    return rows.length === limit && last ? { items, next: encodeCursor(last.position) } : { items };
  }

  @ApiOkResponse({ description: 'One parked event with its value as text and its bytes in base64.' })
  @Get('parked/:id')
  async show(@Param('id', ParseUUIDPipe) id: string) {
    const row = await this.parked.find(id);
    if (!row) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    const { position: _, value, ...item } = row;
    return { ...item, value: value?.toString('utf8') ?? null, bytes: value?.toString('base64') ?? null };
  }

  @ApiOkResponse({
    description: 'Replays parked events in order; a line ends where an event fails again. How many were applied and remain.',
  })
  @Post('parked/replay')
  @HttpCode(200)
  replay(@Body() target: ReplayDto, @CurrentActor() actor: Actor): Promise<{ replayed: number; parked: number }> {
    return this.parked.replay(targetOf(target), actor.subject);
  }

  @ApiOkResponse({ description: 'The next published events of a topic, in the order published: place, identifier, key, sequence, type.' })
  @Get('produced')
  async produced(@Query() { topic, after }: JournalQueryDto): Promise<{ items: JournalEntry[] }> {
    return { items: await this.journals.produced(topic, after) };
  }

  @ApiOkResponse({
    description:
      'The next applied events of a topic, in the order applied: place, identifier, key, sequence, handler; and which types each handler takes.',
  })
  @Get('applied')
  async applied(@Query() { topic, after }: JournalQueryDto): Promise<{ items: JournalEntry[]; handled: Record<string, string[]> }> {
    return { items: await this.journals.applied(topic, after), handled: this.journals.handled(topic) };
  }
}
