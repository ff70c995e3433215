import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { BatchRow, BatchState } from '../batch.row.js';
import type { WarnedRow } from '../batches.repository.js';

/** Where a row stands and what is worth a look about it. */
class WarnedRowDto {
  @ApiProperty() row!: number;
  @ApiPropertyOptional({ format: 'uuid' }) recordId?: string;
  @ApiProperty({ type: [Object], description: 'Each with `code` and `text` in zh and en.' }) warnings!: object[];
}

/** A government unit. */
class UnitDto {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
}

/** A batch: how far it has come, and its receipt once it is at its end. */
export class BatchDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['waiting', 'running', 'done', 'broken'] }) state!: BatchState;
  @ApiProperty() kind!: string;
  @ApiProperty({ type: UnitDto }) unit!: UnitDto;
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty() correction!: boolean;
  @ApiPropertyOptional({ description: 'SHA-256 of the file; it stays when the file is gone.' }) digest?: string;
  @ApiPropertyOptional({ enum: ['csv', 'xlsx', 'json-lines'], description: 'By the content of the file, not by its name.' })
  format?: string;
  @ApiPropertyOptional({ enum: ['utf-8', 'gb18030'], description: 'Absent for a workbook.' }) encoding?: string;
  @ApiPropertyOptional() bytes?: number;
  @ApiPropertyOptional({ description: 'The version of the unit’s own mapping by which the file is read; absent under an official header.' })
  mappingVersion?: number;
  @ApiProperty({ type: [String], description: 'Columns that the item does not have; they are not read.' }) unknownColumns!: string[];
  @ApiProperty({ description: 'Rows read so far, repeated headers left out.' }) rows!: number;
  @ApiProperty() accepted!: number;
  @ApiProperty({ description: 'The same once more, counted once.' }) unchanged!: number;
  @ApiProperty() corrected!: number;
  @ApiProperty() refused!: number;
  @ApiProperty() repeatedHeaders!: number;
  @ApiProperty({ description: 'Rows that went in with a warning.' }) warned!: number;
  @ApiProperty({ type: [WarnedRowDto], description: 'The first fifty of them.' }) warnings!: WarnedRow[];
  @ApiProperty({ description: 'At its end without a row: the unit reports that there is nothing new.' }) nothingNew!: boolean;
  @ApiPropertyOptional({ description: 'Where the table broke off.' }) fault?: string;
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiPropertyOptional({ format: 'date-time' }) endedAt?: string;
}

/** A stored batch as it is answered. */
export function batchDto(batch: BatchRow, warnings: WarnedRow[]): BatchDto {
  const { id, state, item, asOf, correction, unknownColumns, accepted, unchanged, corrected, refused, repeatedHeaders, warned } = batch;
  const rows = batch.rowsRead - repeatedHeaders;
  return {
    ...{ id, state, kind: item, unit: { code: batch.unitCode, name: batch.unitName }, asOf, correction },
    ...(batch.digest && {
      digest: batch.digest,
      format: batch.format ?? undefined,
      encoding: batch.encoding ?? undefined,
      bytes: Number(batch.bytes),
    }),
    ...(batch.mappingVersion !== null && { mappingVersion: batch.mappingVersion }),
    ...{ unknownColumns, rows, accepted, unchanged, corrected, refused, repeatedHeaders, warned, warnings },
    nothingNew: state === 'done' && rows === 0,
    ...(batch.fault && { fault: batch.fault }),
    receivedOn: batch.receivedOn,
    receivedAt: batch.receivedAt.toISOString(),
    ...(batch.endedAt && { endedAt: batch.endedAt.toISOString() }),
  };
}
