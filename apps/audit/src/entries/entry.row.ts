import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that was said, as it was said, with where it lay. */
@Entity('entries')
export class EntryRow {
  /** Its place among all entries: 1, 2, 3, … as they came here. */
  @PrimaryColumn('bigint') position!: string;
  @Column('uuid') eventId!: string;
  @Column('text') type!: string;
  @Column('text') source!: string;
  /** The message key: the credit code of the enterprise, or what the event is about. */
  @Column('text') key!: string;
  @Column('bigint') sequence!: string;
  @Column('text', { nullable: true }) actor!: string | null;
  @Column('text') correlationId!: string;
  @Column('text', { nullable: true }) causationId!: string | null;
  @Column('timestamptz') saidAt!: Date;
  @Column('jsonb') data!: object;
  @Column('timestamptz') keptAt!: Date;
}
