import { Looks, seenByEnterprise } from '@chengxin/messaging';
import { accepted, type Actor, Allow, CurrentActor, CurrentLook, Idempotent, type Look, NotPublic } from '@chengxin/platform';
import { Body, Controller, Get, Header, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { REFUSALS } from '../refusals.js';
import { CaseViews } from './case-views.js';
import { type CaseRow } from './case.row.js';
import { CasesService } from './cases.service.js';
import { CasePath } from './dto/case.path.js';
import { CaseView, WorkListPage } from './dto/case.view.js';
import { FileCaseDto } from './dto/file-case.dto.js';
import { WorkListQuery } from './dto/work-list.query.js';
import { looksOnly, reachOf } from './reach.js';
import { VersionTag } from './version-tag.interceptor.js';
import { WorkListRepository } from './work-list.repository.js';

const READERS = ['enterprise-agent', 'centre-reviewer', 'centre-supervisor', 'determining-officer', 'regulator', 'auditor'] as const;

/** Filing a case and reading cases. */
@ApiTags('repair')
@Controller('repair-cases')
export class CasesController {
  constructor(
    private readonly service: CasesService,
    private readonly workList: WorkListRepository,
    private readonly views: CaseViews,
    private readonly looks: Looks,
  ) {}

  @Post()
  @Allow({ roles: ['enterprise-agent'] })
  @UseInterceptors(VersionTag)
  @Idempotent()
  @ApiOperation({ summary: 'File a repair case for a record of one’s own enterprise 提交信用修复申请' })
  @ApiCreatedResponse({ type: CaseView, headers: { Location: { schema: { type: 'string' } }, ETag: { schema: { type: 'string' } } } })
  async file(
    @Body() filing: FileCaseDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    const { contact: _, ...view } = await this.views.of(await this.service.file(filing, actor), actor);
    reply.header('location', `/api/v1/repair-cases/${view.caseId}`);
    return view; // it is kept for who sends the same again, and the contact lies in its own table alone
  }

  @Get()
  @Allow({ roles: READERS })
  @NotPublic('own')
  @ApiOperation({ summary: 'The work list: one’s own cases, those with the least time left first 待办列表' })
  @ApiOkResponse({ type: WorkListPage })
  async list(@Query() { status, limit, after }: WorkListQuery, @CurrentLook() look: Look): Promise<WorkListPage> {
    if (looksOnly(look.actor)) look.demandPurpose();
    const page = await this.workList.page({ reach: reachOf(look.actor), status, limit, after });
    await this.looks.record(look, ...seenByEnterprise('repair-cases', page.items, seenCase));
    return this.views.page(page);
  }

  @Get(':id')
  @UseInterceptors(VersionTag)
  @Allow({ roles: READERS })
  @NotPublic('own')
  @Header('Cache-Control', 'no-store') // the clocks move without the version
  @ApiOperation({ summary: 'A case: status, clocks, receipts, what may come next 申请详情' })
  @ApiOkResponse({ type: CaseView, headers: { ETag: { schema: { type: 'string' } } } })
  async get(@Param() { id }: CasePath, @CurrentLook() look: Look): Promise<CaseView> {
    const { actor } = look;
    if (looksOnly(actor)) look.demandPurpose();
    const stored = accepted(await this.service.get(id, actor), REFUSALS);
    const { caseId, kase, rows } = stored;
    await this.looks.record(
      look,
      ...seenByEnterprise('repair-case', [{ caseId, creditCode: kase.creditCode, version: rows.length }], seenCase),
    );
    return this.views.whole(stored, actor);
  }
}

const seenCase = ({ creditCode, caseId, version }: Pick<CaseRow, 'creditCode' | 'caseId' | 'version'>) => ({
  creditCode,
  kind: 'repair-case',
  id: caseId,
  version,
});
