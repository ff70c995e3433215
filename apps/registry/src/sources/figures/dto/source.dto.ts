import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { daysBetween, type LocalDate } from '@chengxin/kernel';
import { PageQuery } from '@chengxin/platform';
import { IsOptional, Matches } from 'class-validator';
import type { Duty } from '../duties.repository.js';
import type { Figures } from '../figures.repository.js';

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;

/** Over which months figures are summed. */
export class MonthsQuery {
  @ApiPropertyOptional({ description: 'The first month, YYYY-MM.' })
  @IsOptional()
  @Matches(MONTH)
  from?: string;

  @ApiPropertyOptional({ description: 'The last month, YYYY-MM.' })
  @IsOptional()
  @Matches(MONTH)
  until?: string;
}

/** A page of sources over some months. */
export class SourcesQuery extends IntersectionType(PageQuery, MonthsQuery) {}

/** A government unit. */
class SourceUnitDto {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
}

/** How a source does on one catalogue item; the counts are those of the months asked for. */
export class SourceItemDto {
  @ApiProperty() item!: string;
  @ApiProperty() rows!: number;
  @ApiProperty() accepted!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty() corrected!: number;
  @ApiProperty() refused!: number;
  @ApiProperty({ description: 'Records that the source took back.' }) withdrawn!: number;
  @ApiProperty({ description: 'Records whose decision was changed, revoked or found unlawful.' }) annulled!: number;
  @ApiPropertyOptional({ description: 'Optional fields filled in new records, in percent.' }) completeness?: number;
  @ApiProperty({ description: 'New records received within the duty of publicity (seven working days from the decision).' })
  onTime!: number;
  @ApiProperty({ description: 'New records received later.' }) late!: number;
  @ApiPropertyOptional({ description: 'Working days from decision to receipt, on average.' }) averageDays?: number;
  @ApiPropertyOptional({ description: 'Working days from decision to receipt, at most.' }) longestDays?: number;
  @ApiPropertyOptional({ format: 'date', description: 'The day up to which the unit has reported.' }) asOf?: string;
  @ApiPropertyOptional({ format: 'date', description: 'The day through which its next report may come.' }) dueOn?: string;
  @ApiPropertyOptional({ description: 'Days that are left until then; below zero: overdue.' }) daysLeft?: number;
  @ApiProperty({ description: 'Problems that are open or answered.' }) problems!: number;
}

/** How a unit does as a source. */
export class SourceDto {
  @ApiProperty({ type: SourceUnitDto }) unit!: SourceUnitDto;
  @ApiProperty({ type: [SourceItemDto] }) items!: SourceItemDto[];
}

/** A page of sources in the order of their codes. */
export class SourcesPageDto {
  @ApiProperty({ type: [SourceDto] }) items!: SourceDto[];
  @ApiPropertyOptional() next?: string;
}

/** What is known of a source on one item. */
export type SourceItem = { item: string; figures?: Sums; duty?: Duty; problems: number };

type Sums = Omit<Figures, 'unitCode' | 'item'>;

const NOTHING: Sums = {
  ...{ rows: 0, accepted: 0, unchanged: 0, corrected: 0, refused: 0, withdrawn: 0, annulled: 0 },
  ...{ optionalFields: 0, filledFields: 0, onTime: 0, late: 0, takenDays: 0, longestDays: 0 },
};

/** How a source does on one item, as it is answered on a business day. */
export function sourceItemDto({ item, figures, duty, problems }: SourceItem, today: LocalDate): SourceItemDto {
  const { optionalFields, filledFields, takenDays, longestDays, ...counts } = { ...NOTHING, ...figures };
  const { rows, accepted, unchanged, corrected, refused, withdrawn, annulled, onTime, late } = counts;
  const measured = onTime + late;
  return {
    ...{ item, rows, accepted, unchanged, corrected, refused, withdrawn, annulled },
    ...(optionalFields > 0 && { completeness: toOneDecimal((filledFields * 100) / optionalFields) }),
    ...{ onTime, late },
    ...(measured > 0 && { averageDays: toOneDecimal(takenDays / measured), longestDays }),
    ...(duty && { asOf: duty.asOf, dueOn: duty.dueOn, daysLeft: daysBetween(today, duty.dueOn) }),
    problems,
  };
}

const toOneDecimal = (value: number): number => Math.round(value * 10) / 10;
