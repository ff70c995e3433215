import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode } from '@chengxin/law';
import type { ProblemFault, ProblemStatus, Text } from '@chengxin/registry';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A problem of a source as it stands. */
@Entity('source_problems')
export class ProblemRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') unitCode!: string;
  @Column('text') unitName!: string;
  @Column('text') item!: ItemCode;
  @Column('text') fault!: ProblemFault;
  @Column('jsonb') description!: Text;
  @Column('text', { nullable: true }) entry!: string | null;
  @Column('text') status!: ProblemStatus;
  @Column('integer') version!: number;
  @Column('date') openedOn!: LocalDate;
}

/** What happened to a problem: the status it came to, what was said, when and by whom. */
@Entity('source_problem_events')
export class ProblemEventRow {
  @PrimaryColumn('uuid') problemId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') status!: ProblemStatus;
  @Column('text') words!: string;
  @Column('date') on!: LocalDate;
  @Column('text') actor!: string;
  @Column('timestamptz') knownAt!: Date;
}
