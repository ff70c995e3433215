import { type LocalDate } from '@chengxin/kernel';
import { type EvidenceRecord, type ItemCode } from '@chengxin/law';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy: a record as evidence. */
@Entity('records')
export class RecordRow {
  @PrimaryColumn('uuid') recordId!: string;
  @Column('text') creditCode!: string;
  @Column('integer') version!: number;
  @Column('text') item!: ItemCode;
  @Column('text', { nullable: true }) class!: NonNullable<EvidenceRecord['class']> | null;
  @Column('date') decidedOn!: LocalDate;
  @Column('text') state!: EvidenceRecord['state'];
  @Column('date', { nullable: true }) countedUntil!: LocalDate | null;
  @Column('text') fulfilment!: EvidenceRecord['fulfilment'];
}

/** The record as the domains weigh it. */
export function evidenceOf(row: RecordRow): EvidenceRecord {
  const { recordId, version, item, decidedOn, state, fulfilment } = row;
  return {
    recordId,
    version,
    item,
    decidedOn,
    state,
    fulfilment,
    ...(row.class ? { class: row.class } : {}),
    ...(row.countedUntil ? { countedUntil: row.countedUntil } : {}),
  };
}
