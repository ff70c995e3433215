import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@chengxin/platform';
import type { ProblemStatus } from '@chengxin/registry';
import { IsIn, IsOptional } from 'class-validator';
import type { ProblemEventRow, ProblemRow } from '../problem.row.js';
import type { ProblemHistory } from '../problems.service.js';

const STATUSES = ['open', 'answered', 'closed', 'struck-off'] as const satisfies readonly ProblemStatus[];

/** Which problems of a source are asked for. */
export class ProblemsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: ProblemStatus;
}

/** One sentence in Chinese and English; what a person wrote stands in both as it was written. */
class DescriptionDto {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

/** A problem of a source as it stands. */
export class ProblemDto {
  @ApiProperty({ format: 'uuid' }) problemId!: string;
  @ApiProperty({ description: 'Credit code of the unit.' }) unit!: string;
  @ApiProperty() item!: string;
  @ApiProperty({ enum: ['late-records', 'refused-rows', 'report-overdue', 'other'] }) fault!: string;
  @ApiProperty({ type: DescriptionDto }) description!: DescriptionDto;
  @ApiPropertyOptional({ description: 'The dated entry on which a rule opened it; absent when the centre did.' }) entry?: string;
  @ApiProperty({ enum: STATUSES }) status!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ format: 'date' }) openedOn!: string;
}

/** What happened to a problem. */
class ProblemEventDto {
  @ApiProperty({ enum: STATUSES, description: 'The status that it came to.' }) status!: string;
  @ApiProperty({ description: 'The description, answer or reason.' }) words!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'Who; `registry` is a rule.' }) by!: string;
  @ApiProperty({ format: 'date-time' }) knownAt!: string;
}

/** A problem with what happened to it, its opening first. */
export class ProblemHistoryDto extends ProblemDto {
  @ApiProperty({ type: [ProblemEventDto] }) history!: ProblemEventDto[];
}

/** A page of problems in the order of their opening. */
export class ProblemsPageDto {
  @ApiProperty({ type: [ProblemDto] }) items!: ProblemDto[];
  @ApiPropertyOptional() next?: string;
}

/** A stored problem as it is answered. */
export function problemDto({ id, unitCode, item, fault, description, entry, status, version, openedOn }: ProblemRow): ProblemDto {
  return { problemId: id, unit: unitCode, item, fault, description, ...(entry !== null && { entry }), status, version, openedOn };
}

/** A problem with its history as it is answered. */
export function problemHistoryDto({ problem, history }: ProblemHistory): ProblemHistoryDto {
  const told = ({ status, words, on, actor, knownAt }: ProblemEventRow) => ({
    status,
    words,
    on,
    by: actor,
    knownAt: knownAt.toISOString(),
  });
  return { ...problemDto(problem), history: history.map(told) };
}
