import { Body, Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiExcludeEndpoint, ApiOkResponse } from '@nestjs/swagger';
import { Allow, Clock, CurrentActor, MachineClock, problem, type Actor } from '@chengxin/platform';
import type { FastifyReply } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { GATEWAY_REFUSALS } from '../refusals.js';
import { Advances } from './advances.js';
import { AdvanceClockDto } from './dto/advance-clock.dto.js';
import { AdvanceDto, ClockDto } from './dto/clock.dto.js';

/** The operator's clock: business time, and in the demonstration the way to move it. */
@Controller('operations/clock')
@Allow({ roles: ['administrator'] })
export class ClockController {
  constructor(
    private readonly clock: Clock,
    private readonly machine: MachineClock,
    private readonly config: GatewayConfig,
    private readonly advances: Advances,
  ) {}

  @Get()
  @ApiOkResponse({ type: ClockDto })
  show(): ClockDto {
    const advance = this.advances.newest();
    return {
      today: this.clock.today(),
      now: this.clock.now().toISOString(),
      machineNow: this.machine.now().toISOString(),
      offsetSeconds: this.clock.offsetSeconds,
      demonstration: this.config.demonstration,
      ...(advance && { advance }),
    };
  }

  /** Begins to move business time; the answer is the job, to be followed at its address. */
  @Post('advances')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: AdvanceDto })
  advance(
    @Body() where: AdvanceClockDto,
    @CurrentActor() actor: Actor,
    @Headers('authorization') authorization: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): AdvanceDto {
    if (!this.config.demonstration) throw problem('clock.demonstration-only', {}, GATEWAY_REFUSALS);
    const advance = this.advances.begin(where, actor, authorization);
    void reply.header('location', `/api/v1/operations/clock/advances/${advance.id}`);
    return advance;
  }

  /** The same at the clock's own address. */
  @Post()
  @HttpCode(202)
  @ApiExcludeEndpoint()
  advanceHere(
    @Body() where: AdvanceClockDto,
    @CurrentActor() actor: Actor,
    @Headers('authorization') authorization: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): AdvanceDto {
    return this.advance(where, actor, authorization, reply);
  }

  @Get('advances/:id')
  @ApiOkResponse({ type: AdvanceDto })
  find(@Param('id') id: string): AdvanceDto {
    return this.advances.get(id);
  }
}
