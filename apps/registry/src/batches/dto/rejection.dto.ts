import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { placeText, type RowFault } from '@chengxin/registry';
import type { Rejection } from '../batches.repository.js';

/** One sentence in Chinese and English. */
class TextDto {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

/** The column a fault is about. */
class FaultFieldDto {
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Its official Chinese name.' }) zh!: string;
  @ApiPropertyOptional({ description: 'Its official code.' }) code?: string;
}

/** One reason for which one row was refused: a row with seven faults has seven of these. */
export class RejectionDto {
  @ApiProperty({ description: 'The row in the file; its header is 1.' }) row!: number;
  @ApiProperty() code!: string;
  @ApiPropertyOptional({ type: FaultFieldDto }) field?: FaultFieldDto;
  @ApiProperty({ type: TextDto, description: 'The rule that the row breaks.' }) rule!: TextDto;
  @ApiProperty({ type: TextDto, description: 'What to do about it.' }) mend!: TextDto;
  @ApiPropertyOptional({ description: 'What was found; never of a personal field.' }) found?: string;
  @ApiPropertyOptional({ description: 'The failing character of a credit code, from 1.' }) position?: number;
  @ApiPropertyOptional({ format: 'uuid', description: 'The record that stands under the same key.' }) recordId?: string;
  @ApiPropertyOptional({ type: TextDto, description: 'Where cells of the row on natural persons were deleted: when, and under what.' })
  deleted?: TextDto;
}

/** A page of reasons; it never ends in the middle of a row. */
export class RejectionsPageDto {
  @ApiProperty({ type: [RejectionDto] }) items!: RejectionDto[];
  @ApiPropertyOptional() next?: string;
}

/** The lines of one refused row. */
export const rejectionLines = ({ row, faults, deleted }: Rejection): RejectionDto[] =>
  faults.map((fault: RowFault) => ({ row, ...fault, ...(deleted && { deleted: placeText(deleted) }) }));
