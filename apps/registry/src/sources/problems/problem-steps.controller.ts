import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Idempotent, IfMatch } from '@chengxin/platform';
import { ProblemHistoryDto, problemHistoryDto } from './dto/problem.dto.js';
import { AnswerProblemDto, ProblemPath, SettleProblemDto } from './dto/problem-steps.dto.js';
import { ProblemTag } from './problem-tag.interceptor.js';
import { ProblemsService, type Step } from './problems.service.js';

const BasedOn = () => ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the problem it is based on.' });

/** What is done about a problem of a source. */
@ApiTags('sources')
@Controller('sources/:unit/problems/:id')
@UseInterceptors(ProblemTag)
export class ProblemStepsController {
  constructor(private readonly problems: ProblemsService) {}

  /** The unit answers to a problem of its own: what was the matter, what was done. */
  @Post('answer')
  @Allow({ roles: ['determining-officer', 'department-client'] })
  @Idempotent()
  @BasedOn()
  @ApiCreatedResponse({ type: ProblemHistoryDto })
  answer(@Param() path: ProblemPath, @Body() { answer }: AnswerProblemDto, @IfMatch() basedOn: number, @CurrentActor() actor: Actor) {
    return this.step(path, actor, { action: 'answer', words: answer, basedOn });
  }

  /** The centre closes a problem that was answered. */
  @Post('closure')
  @Allow({ roles: ['centre-reviewer', 'centre-supervisor'] })
  @Idempotent()
  @BasedOn()
  @ApiCreatedResponse({ type: ProblemHistoryDto })
  close(@Param() path: ProblemPath, @Body() { reason }: SettleProblemDto, @IfMatch() basedOn: number, @CurrentActor() actor: Actor) {
    return this.step(path, actor, { action: 'close', words: reason, basedOn });
  }

  /** The centre strikes off the list what was opened in error. */
  @Post('strike-off')
  @Allow({ roles: ['centre-supervisor'] })
  @Idempotent()
  @BasedOn()
  @ApiCreatedResponse({ type: ProblemHistoryDto })
  strikeOff(@Param() path: ProblemPath, @Body() { reason }: SettleProblemDto, @IfMatch() basedOn: number, @CurrentActor() actor: Actor) {
    return this.step(path, actor, { action: 'strike-off', words: reason, basedOn });
  }

  private async step({ unit, id }: ProblemPath, actor: Actor, step: Step): Promise<ProblemHistoryDto> {
    return problemHistoryDto(await this.problems.step({ unit, id, actor }, step));
  }
}
