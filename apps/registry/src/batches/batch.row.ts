import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode } from '@chengxin/law';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileFormat } from '../uploads/file-format.js';
import type { Encoding } from '../uploads/text-encoding.js';

/** How far a batch has come: received, being read, read to its end, or read up to where its table breaks. */
export type BatchState = 'waiting' | 'running' | 'done' | 'broken';

/** A report of a unit on one catalogue item; `header` holds the cells of the first row, the counts those of committed rows. */
@Entity('batches')
export class BatchRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') item!: ItemCode;
  @Column('text') itemEntry!: string;
  @Column('text') unitCode!: string;
  @Column('text') unitName!: string;
  @Column('date') asOf!: LocalDate;
  @Column('boolean') correction!: boolean;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) document!: string | null;
  @Column('text') actor!: string;
  @Column('text', { nullable: true }) digest!: string | null;
  @Column('text', { nullable: true }) format!: FileFormat | null;
  @Column('text', { nullable: true }) encoding!: Encoding | null;
  @Column('bigint', { nullable: true }) bytes!: string | null;
  @Column('jsonb') header!: string[];
  @Column('integer', { nullable: true }) mappingVersion!: number | null;
  @Column('text', { array: true }) unknownColumns!: string[];
  @Column('text') state!: BatchState;
  @Column('integer', { default: 0 }) rowsRead!: number;
  @Column('integer', { default: 0 }) accepted!: number;
  @Column('integer', { default: 0 }) unchanged!: number;
  @Column('integer', { default: 0 }) corrected!: number;
  @Column('integer', { default: 0 }) refused!: number;
  @Column('integer', { default: 0 }) repeatedHeaders!: number;
  @Column('integer', { default: 0 }) warned!: number;
  @Column('text', { nullable: true }) fault!: string | null;
  @Column('date') receivedOn!: LocalDate;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) receivedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
