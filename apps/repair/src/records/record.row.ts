import { type LocalDate } from '@chengxin/kernel';
import { type ItemCode, type Openness } from '@chengxin/law';
import { type Fulfilment, type Publicity, type RepairRecord, type Standing } from '@chengxin/repair';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy: a record as it stands now. */
@Entity('records')
export class RecordRow {
  @PrimaryColumn('uuid') recordId!: string;
  @Column('text') creditCode!: string;
  @Column('integer') version!: number;
  @Column('text') item!: ItemCode;
  @Column('text') polarity!: RepairRecord['polarity'];
  @Column('text') openness!: Openness;
  @Column('text', { nullable: true }) class!: NonNullable<RepairRecord['class']> | null;
  @Column('text') documentNumber!: string;
  @Column('date') decidedOn!: LocalDate;
  @Column('text') authorityCode!: string;
  @Column('text') authorityName!: string;
  @Column('text') sourceUnitCode!: string;
  @Column('text') standing!: Standing;
  @Column('jsonb') publicity!: Publicity;
  @Column('jsonb', { nullable: true }) fulfilment!: Fulfilment | null;
}

/** The record as the rules look at it. */
export function recordOf(row: RecordRow): RepairRecord {
  const { recordId, creditCode, item, polarity, documentNumber, decidedOn, standing, publicity } = row;
  return {
    recordId,
    creditCode,
    item,
    polarity,
    documentNumber,
    decidedOn,
    determiningUnit: { code: row.authorityCode, name: row.authorityName },
    standing,
    publicity,
    ...(row.class ? { class: row.class } : {}),
    ...(row.fulfilment ? { fulfilment: row.fulfilment } : {}),
  };
}
