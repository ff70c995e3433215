import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Personal and deletable: whom to call about a case. */
@Entity('contacts')
export class ContactRow {
  @PrimaryColumn('uuid') caseId!: string;
  @Column('text') name!: string;
  @Column('text') telephone!: string;
}
