import { type Page, PageQuery } from '@chengxin/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length, Matches } from 'class-validator';

/** Which part of the log is read. */
export class EntriesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'The credit code of an enterprise, or what else the events are about.' })
  @IsOptional()
  @Length(1, 100)
  key?: string;

  @ApiPropertyOptional({ description: 'A CloudEvents type.', example: 'credit.repair.case-approved.v1' })
  @IsOptional()
  @Matches(/^[a-z0-9.-]{1,100}$/)
  type?: string;

  @ApiPropertyOptional({ description: 'Everything that one request or file brought about.' })
  @IsOptional()
  @Length(1, 100)
  correlationId?: string;
}

/** One event that was said. */
export class EntryDto {
  @ApiProperty({ example: '1204' }) position!: string;
  @ApiProperty() eventId!: string;
  @ApiProperty() type!: string;
  @ApiProperty() source!: string;
  @ApiProperty() key!: string;
  @ApiProperty() sequence!: string;
  @ApiPropertyOptional({ type: String }) actor?: string | null;
  @ApiProperty() correlationId!: string;
  @ApiPropertyOptional({ type: String }) causationId?: string | null;
  @ApiProperty({ description: 'Machine time at which it was said.' }) saidAt!: Date;
  @ApiProperty({ type: 'object', additionalProperties: true }) data!: object;
  @ApiProperty({ description: 'Machine time at which it was kept here.' }) keptAt!: Date;
}

/** A page of the log, in its order; with `next` reading goes on, also when new entries have come. */
export class EntriesPage implements Page<EntryDto> {
  @ApiProperty({ type: [EntryDto] }) items!: EntryDto[];
  @ApiPropertyOptional() next?: string;
}
