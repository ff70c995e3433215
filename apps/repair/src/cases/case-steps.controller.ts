import { type Actor, Allow, CurrentActor, IfMatch } from '@chengxin/platform';
import { applyDecorators, Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseViews } from './case-views.js';
import { CasesService } from './cases.service.js';
import { CasePath } from './dto/case.path.js';
import { CaseView } from './dto/case.view.js';
import { AcceptanceDto, ApprovalDto, PreCheckDto, RefusalDto, WithdrawalDto } from './dto/step.dto.js';
import { VersionTag } from './version-tag.interceptor.js';

const CENTRE = { roles: ['centre-reviewer', 'centre-supervisor'] } as const;
const UNIT = { roles: ['determining-officer'] } as const;
const APPLICANT = { roles: ['enterprise-agent'] } as const;

/** A POST that changes a case: it names the version it is based on, and answers with the case and its new ETag. */
const Step = (path: string, summary: string): MethodDecorator =>
  applyDecorators(
    Post(`:id/${path}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', required: true, schema: { type: 'string' } }),
    ApiOkResponse({ type: CaseView, headers: { ETag: { schema: { type: 'string' } } } }),
  );

/** One POST for each step of a case. */
@ApiTags('repair')
@Controller('repair-cases')
@UseInterceptors(VersionTag)
export class CaseStepsController {
  constructor(
    private readonly cases: CasesService,
    private readonly views: CaseViews,
  ) {}

  @Step('pre-check', 'The centre passes the case on with a note 初审转办')
  @Allow(CENTRE)
  async preCheck(
    @Param() { id: caseId }: CasePath,
    @IfMatch() version: number,
    @Body() body: PreCheckDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseView> {
    return this.views.of(await this.cases.preCheck({ caseId, version }, body, actor), actor);
  }

  @Step('acceptance', 'The determining unit accepts the case, or does not and says why 受理')
  @Allow(UNIT)
  async acceptance(
    @Param() { id: caseId }: CasePath,
    @IfMatch() version: number,
    @Body() body: AcceptanceDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseView> {
    return this.views.of(await this.cases.accept({ caseId, version }, body, actor), actor);
  }

  @Step('approval', 'The determining unit approves 准予修复')
  @Allow(UNIT)
  async approval(
    @Param() { id: caseId }: CasePath,
    @IfMatch() version: number,
    @Body() body: ApprovalDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseView> {
    return this.views.of(await this.cases.approve({ caseId, version }, body, actor), actor);
  }

  @Step('refusal', 'The determining unit refuses, with reason and article 不予修复')
  @Allow(UNIT)
  async refusal(
    @Param() { id: caseId }: CasePath,
    @IfMatch() version: number,
    @Body() body: RefusalDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseView> {
    return this.views.of(await this.cases.refuse({ caseId, version }, body, actor), actor);
  }

  @Step('withdrawal', 'The applicant takes the case back 撤回申请')
  @Allow(APPLICANT)
  async withdrawal(
    @Param() { id: caseId }: CasePath,
    @IfMatch() version: number,
    @Body() body: WithdrawalDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseView> {
    return this.views.of(await this.cases.withdraw({ caseId, version }, body, actor), actor);
  }
}
