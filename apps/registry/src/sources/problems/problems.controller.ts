import { Body, Controller, Get, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, decodeCursor, encodeCursor, Idempotent } from '@chengxin/platform';
import { isUUID } from 'class-validator';
import { SourcePath } from '../dto/source.path.js';
import { SOURCE_READERS } from '../reach.js';
import { ProblemDto, problemDto, ProblemHistoryDto, problemHistoryDto, ProblemsPageDto, ProblemsQuery } from './dto/problem.dto.js';
import { OpenProblemDto, ProblemPath } from './dto/problem-steps.dto.js';
import { ProblemTag } from './problem-tag.interceptor.js';
import { ProblemsService } from './problems.service.js';

const isId = (value: unknown): value is string => isUUID(value);

/** The problem list of a source. */
@ApiTags('sources')
@Controller('sources/:unit/problems')
export class ProblemsController {
  constructor(private readonly problems: ProblemsService) {}

  /** The problems of the own unit, in the order of their opening; the centre reads those of every unit. */
  @Get()
  @Allow({ roles: SOURCE_READERS })
  @ApiOkResponse({ type: ProblemsPageDto })
  async list(
    @Param() { unit }: SourcePath,
    @Query() { status, after, limit }: ProblemsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ProblemsPageDto> {
    const from = after === undefined ? undefined : decodeCursor(after, isId);
    const items: ProblemDto[] = (await this.problems.list(unit, actor, { status, after: from, limit })).map(problemDto);
    const last = items.at(-1);
    return { items, ...(last && items.length === limit && { next: encodeCursor(last.problemId) }) };
  }

  /** A problem with what happened to it. */
  @Get(':id')
  @Allow({ roles: SOURCE_READERS })
  @UseInterceptors(ProblemTag)
  @ApiOkResponse({ type: ProblemHistoryDto })
  async get(@Param() { unit, id }: ProblemPath, @CurrentActor() actor: Actor): Promise<ProblemHistoryDto> {
    return problemHistoryDto(await this.problems.get({ unit, id, actor }));
  }

  /** The centre opens a fault that it has found to the unit. */
  @Post()
  @Allow({ roles: ['centre-reviewer', 'centre-supervisor'] })
  @Idempotent()
  @UseInterceptors(ProblemTag)
  @ApiCreatedResponse({ type: ProblemHistoryDto })
  async open(@Param() { unit }: SourcePath, @Body() form: OpenProblemDto, @CurrentActor() actor: Actor): Promise<ProblemHistoryDto> {
    return problemHistoryDto(await this.problems.open(unit, form, actor));
  }
}
