import { type CreditCode } from '@chengxin/kernel';
import { Looks } from '@chengxin/messaging';
import {
  Allow,
  CreditCodePipe,
  CurrentLook,
  decodeCursor,
  encodeCursor,
  LawInForce,
  type Look,
  NotPublic,
  PageQuery,
} from '@chengxin/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { isPosition } from '../entries/position.js';
import { accessView, withoutPerson } from './access-view.js';
import { AccessesRepository } from './accesses.repository.js';
import { AccessPage } from './dto/access.view.js';

/** Who looked at an enterprise, for itself and for those who oversee. */
@ApiTags('subjects')
@Controller('subjects/:code/accesses')
export class AccessesController {
  constructor(
    private readonly accesses: AccessesRepository,
    private readonly lawInForce: LawInForce,
    private readonly looks: Looks,
  ) {}

  @Get()
  @Allow({ roles: ['enterprise-agent', 'regulator', 'auditor'], enterprise: 'code' })
  @NotPublic('nothing')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    summary: 'Who looked at what is not public of an enterprise, the latest first 查询记录',
    description: 'When, which unit in which role, for which purpose and case, and which records; no natural person is named.',
  })
  @ApiParam({ name: 'code', description: 'Unified social credit code', schema: { type: 'string' } })
  @ApiOkResponse({ type: AccessPage })
  async list(
    @Param('code', CreditCodePipe) creditCode: CreditCode,
    @Query() { after, limit }: PageQuery,
    @CurrentLook() look: Look,
  ): Promise<AccessPage> {
    const rows = await this.accesses.before(after === undefined ? undefined : decodeCursor(after, isPosition), creditCode, limit);
    await this.looks.record(look, { creditCode, what: 'accesses', shown: rows.map(({ eventId }) => ({ kind: 'event', id: eventId })) });
    const views = rows.map((row) => accessView(row, this.lawInForce.law));
    const items = look.actor.role === 'enterprise-agent' ? views.map(withoutPerson) : views;
    const last = rows.at(-1)?.position;
    return rows.length === limit && last ? { items, next: encodeCursor(last) } : { items };
  }
}
