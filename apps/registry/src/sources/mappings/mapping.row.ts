import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode } from '@chengxin/law';
import type { Mapping } from '@chengxin/registry';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of how the files of a unit on one item are read; it is never changed. */
@Entity('mappings')
export class MappingRow {
  @PrimaryColumn('text') unitCode!: string;
  @PrimaryColumn('text') item!: ItemCode;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') columns!: Mapping;
  @Column('text') actor!: string;
  @Column('date') keptOn!: LocalDate;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) keptAt!: Date;
}
