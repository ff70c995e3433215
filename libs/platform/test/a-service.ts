import { Body, Controller, Get, Injectable, Module, Param, ParseUUIDPipe, Post, Query, Res, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { IsInt, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { refuse } from '@chengxin/kernel';
import type { FastifyReply } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import {
  accepted,
  type Actor,
  Allow,
  AllowPublic,
  correlation,
  createApplication,
  CurrentActor,
  etag,
  Idempotent,
  IfMatch,
  inTransaction,
  loadConfig,
  type Migration,
  PageQuery,
  PlatformModule,
  requireVersion,
  ServiceConfig,
} from '../src/index.js';

class LineDto {
  @ApiProperty() @IsInt() @Min(1) amount!: number;
}

class OrderDto {
  @ApiProperty() @IsString() @MaxLength(5) name!: string;
  @ApiProperty({ type: [LineDto] }) @ValidateNested({ each: true }) @TypeOf(() => LineDto) lines!: LineDto[];
}

/** Counts what was really done, and waits where a spec says so. */
@Injectable()
export class Work {
  done = 0;
  hold: Promise<void> = Promise.resolve();
}

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly work: Work,
    private readonly dataSource: DataSource,
  ) {}

  @AllowPublic()
  @Get()
  list(@Query() query: PageQuery) {
    return query;
  }

  @AllowPublic()
  @Get('me')
  me(@CurrentActor() actor: Actor) {
    return actor;
  }

  @Allow({ roles: ['regulator', 'enterprise-agent'], enterprise: 'code' })
  @Get('of/:code')
  ofEnterprise(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('etag', etag(3));
    return { code };
  }

  @AllowPublic()
  @Get('by-id/:id')
  byId(@Param('id', ParseUUIDPipe) id: string) {
    return { id };
  }

  @AllowPublic()
  @Idempotent()
  @Post()
  async create(@Body() order: OrderDto, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.work.hold;
    const number = await inTransaction(this.dataSource, async () => (this.work.done += 1));
    if (order.name === 'bad') throw new Error('secret detail of a fault');
    if (order.name === 'away') throw Object.assign(new Error('terminating connection'), { code: '57P01' });
    if (order.name === 'no')
      accepted(refuse({ code: 'order.late' as const, on: '2026-05-11' }), {
        'order.late': { status: 409, zh: '已过 {on}', en: 'Late since {on}' },
      });
    void reply.header('location', `/orders/${number}`);
    return { number, correlationId: correlation.getStore()?.correlationId };
  }

  @AllowPublic()
  @Post('change')
  change(@IfMatch() version: number) {
    requireVersion(3, version);
    return { version };
  }
}

@Module({
  imports: [PlatformModule.forService({ service: 'registry', rows: [] })],
  controllers: [OrdersController],
  providers: [Work],
})
export class OrdersModule {}

/** Starts the service of the specs on `inject`; its log lines go to `lines`. */
export async function aService(
  given: { url: string; issuer: string; module?: Type<unknown>; migrations?: readonly Migration[] },
  lines: string[] = [],
): Promise<NestFastifyApplication> {
  const config = loadConfig(ServiceConfig, { PORT: '0', DATABASE_URL: given.url, KAFKA_BROKERS: '127.0.0.1:1', OIDC_ISSUER: given.issuer });
  const log = { write: (line: string) => void lines.push(line) };
  const app = await createApplication(given.module ?? OrdersModule, config, { migrations: given.migrations, log });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
