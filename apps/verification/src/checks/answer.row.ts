import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A check as it was answered. */
@Entity('answers')
export class AnswerRow {
  @PrimaryColumn('text') number!: string;
  @Column('text') creditCode!: string;
  @Column('text') domain!: string;
  @Column('text') askedBy!: string;
  @Column('text', { nullable: true }) askedByUnit!: string | null;
  @Column('jsonb') document!: object;
  @Column('timestamptz') answeredAt!: Date;
}
