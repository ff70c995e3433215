import { type LocalDate } from '@chengxin/kernel';
import { type ItemCode } from '@chengxin/law';
import { type Status } from '@chengxin/repair';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** List: a case as its history tells it. */
@Entity('cases')
export class CaseRow {
  @PrimaryColumn('uuid') caseId!: string;
  /** The number of its events. */
  @Column('integer') version!: number;
  @Column('text') caseNumber!: string;
  @Column('text') status!: Status;
  @Column('text') creditCode!: string;
  @Column('uuid') recordId!: string;
  @Column('text') item!: ItemCode;
  @Column('text') determiningUnitCode!: string;
  @Column('text') determiningUnitName!: string;
  @Column('boolean') minor!: boolean;
  @Column('date') filedOn!: LocalDate;
  /** The last day of the step it waits for; null when it waits for none. */
  @Column('date', { nullable: true }) dueOn!: LocalDate | null;
  @Column('boolean') dueProvisional!: boolean;
  /** When missing receipts are asked for (machine time); null when none are waited for. */
  @Column('timestamptz', { nullable: true }) askAt!: Date | null;
}
