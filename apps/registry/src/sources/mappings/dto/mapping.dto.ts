import { ApiProperty } from '@nestjs/swagger';
import type { KeptMapping } from '../mappings.service.js';
import type { MappingRow } from '../mapping.row.js';
import { MappedColumnDto } from './put-mapping.dto.js';

/** A version of how the files of a unit on one item are read. */
export class MappingDto {
  @ApiProperty({ description: 'Credit code of the unit.' }) unit!: string;
  @ApiProperty({ description: 'The catalogue item.' }) item!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ type: [MappedColumnDto] }) columns!: MappedColumnDto[];
  @ApiProperty({ format: 'date' }) keptOn!: string;
  @ApiProperty({ description: 'Who kept it.' }) keptBy!: string;
  @ApiProperty({ format: 'date-time' }) keptAt!: string;
}

/** How a row of the sample reads. */
class SampleRowDto {
  @ApiProperty({ description: 'The header is row 1.' }) row!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Its fields in normal form; identity papers of natural persons are left out.',
  })
  fields!: Record<string, string>;
}

/** A mapping that was kept, with the reading of its sample. */
export class KeptMappingDto extends MappingDto {
  @ApiProperty({ type: [SampleRowDto] }) rows!: SampleRowDto[];
}

/** The newest mappings of a unit, one for each item that has one. */
export class MappingsDto {
  @ApiProperty({ type: [MappingDto] }) items!: MappingDto[];
}

/** A stored mapping as it is answered. */
export function mappingDto({ unitCode, item, version, columns, actor, keptOn, keptAt }: MappingRow): MappingDto {
  return { unit: unitCode, item, version, columns: [...columns], keptOn, keptBy: actor, keptAt: keptAt.toISOString() };
}

/** A mapping as it is answered to who has put it. */
export function keptMappingDto({ mapping, rows }: KeptMapping): KeptMappingDto {
  return { ...mappingDto(mapping), rows: rows.map(({ row, fields }) => ({ row, fields })) };
}
