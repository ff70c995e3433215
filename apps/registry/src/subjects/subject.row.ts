import type { LocalDate } from '@chengxin/kernel';
import type { Subject } from '@chengxin/registry';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A credit subject as the newest register states it. */
@Entity('subjects')
export class SubjectRow {
  @PrimaryColumn('text') creditCode!: string;
  @Column('integer') version!: number;
  @Column('date') asOf!: LocalDate;
  @Column('jsonb') state!: Subject;
  @Column('timestamptz') knownAt!: Date;
}
