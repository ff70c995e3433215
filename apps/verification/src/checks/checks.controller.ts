import { parseCreditCode } from '@chengxin/kernel';
import { AnswersWhileRebuilding, Looks, type Seen } from '@chengxin/messaging';
import {
  accepted,
  type Actor,
  Allow,
  Clock,
  CurrentActor,
  CurrentLook,
  Idempotent,
  LawInForce,
  type Look,
  NotPublic,
  problem,
} from '@chengxin/platform';
import { mayAsk } from '@chengxin/verification';
import { Body, Controller, Get, Header, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { REFUSALS } from '../refusals.js';
import { type AnswerRow } from './answer.row.js';
import { AnswersRepository } from './answers.repository.js';
import { ChecksService } from './checks.service.js';
import { AnswerDto } from './dto/answer.dto.js';
import { AskDto } from './dto/ask.dto.js';

type Reply = { header(name: string, value: string): unknown };

/** Checks of credit before a decision. */
@ApiTags('verifications')
@Controller('verifications')
@AnswersWhileRebuilding()
export class ChecksController {
  constructor(
    private readonly checks: ChecksService,
    private readonly answers: AnswersRepository,
    private readonly clock: Clock,
    private readonly lawInForce: LawInForce,
    private readonly looks: Looks,
  ) {}

  @Post()
  @Allow({ roles: ['checking-officer', 'department-client', 'regulator'] })
  @Idempotent()
  @ApiOperation({ summary: 'Ask one domain about one enterprise' })
  @ApiCreatedResponse({ type: AnswerDto })
  async ask(@Body() body: AskDto, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: Reply): Promise<AnswerDto> {
    const creditCode = accepted(parseCreditCode(body.creditCode), REFUSALS);
    const on = this.clock.today();
    const found = this.lawInForce.law.domain(body.domain, on);
    const domain = accepted(mayAsk(found, body.domain, actor.role), REFUSALS);
    const answer = await this.checks.answer({ ...body, creditCode, domain, on }, actor);
    reply.header('location', `/api/v1/verifications/${answer.number}`);
    return answer;
  }

  @Get(':id')
  @Allow({ roles: ['checking-officer', 'department-client', 'regulator', 'auditor'] })
  @NotPublic('own')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ summary: 'An answer that was given, for the unit that asked, regulators and auditors' })
  @ApiOkResponse({ type: AnswerDto })
  async read(@Param('id') id: string, @CurrentLook() look: Look): Promise<AnswerDto> {
    const row = await this.answers.find(id);
    const own = row !== undefined && isOwn(look.actor, row);
    if (oversees(look.actor) && !own) look.demandPurpose();
    if (!row || !(own || oversees(look.actor))) throw problem('verification.answer-unknown', { number: id }, REFUSALS);
    const document = row.document as AnswerDto;
    if (!own) await this.looks.record(look, seenOf(document));
    return document;
  }
}

/** Who asked, and colleagues of the same unit. Others but those who oversee are told that there is no such number. */
const isOwn = ({ unit, subject }: Actor, row: AnswerRow): boolean =>
  subject === row.askedBy || (unit !== undefined && unit === row.askedByUnit);

const oversees = ({ role }: Actor): boolean => role === 'regulator' || role === 'auditor';

const seenOf = ({ creditCode, number, hits }: AnswerDto): Seen => ({
  creditCode,
  what: 'verification',
  shown: [{ kind: 'answer', id: number }, ...hits.map(({ recordId, version }) => ({ kind: 'record', id: recordId, version }))],
});
