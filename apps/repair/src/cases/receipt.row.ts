import { type ReceiptName } from '@chengxin/repair';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A receipt of an approved case. */
@Entity('receipts')
export class ReceiptRow {
  @PrimaryColumn('uuid') caseId!: string;
  @PrimaryColumn('text') name!: ReceiptName;
  @Column('uuid') eventId!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz') knownAt!: Date;
}
