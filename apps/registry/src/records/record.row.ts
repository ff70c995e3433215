import type { LocalDate } from '@chengxin/kernel';
import type { CreditRecord, Status } from '@chengxin/registry';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record as it stands, by its natural key. */
@Entity('records')
export class RecordRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') creditCode!: string;
  @Column('text') item!: string;
  @Column('text') naturalKey!: string;
  @Column('text') authorityCode!: string;
  @Column('integer') version!: number;
  @Column('text') status!: Status;
  @Column('jsonb') state!: CreditRecord;
  @Column('text') contentDigest!: string;
  @Column('uuid', { nullable: true }) personalId!: string | null;
  @Column('text', { nullable: true }) personalDigest!: string | null;
  @Column('date', { nullable: true }) nextEnding!: LocalDate | null;
  @Column('timestamptz') knownAt!: Date;
}
