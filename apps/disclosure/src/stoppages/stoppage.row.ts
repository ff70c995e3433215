import { type LocalDate } from '@chengxin/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of a publication that a repair case waits for. */
@Entity('stoppages')
export class StoppageRow {
  @PrimaryColumn('uuid') caseId!: string;
  @Column('uuid') recordId!: string;
  @Column('text') creditCode!: string;
  @Column('uuid') repairedEventId!: string;
  /** Null: never shown. */
  @Column('date', { nullable: true }) lastShownOn!: LocalDate | null;
  @Column('timestamptz', { nullable: true }) notShownSince!: Date | null;
  @Column('date', { nullable: true }) stoppedOn!: LocalDate | null;
  /** Null: the record is not known here yet. */
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
}
