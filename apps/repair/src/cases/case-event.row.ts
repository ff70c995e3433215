import { type RepairEvent } from '@chengxin/repair';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who did something to a case: identifiers only, no names. */
export type EventActor = { subject: string; role: string; unit?: string };

/** History: something that happened to a case. Rows are added and never changed. */
@Entity('case_events')
export class CaseEventRow {
  @PrimaryColumn('uuid') caseId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('jsonb') event!: RepairEvent;
  /** Null: the platform itself. */
  @Column('jsonb', { nullable: true }) actor!: EventActor | null;
  @Column('text') lawDigest!: string;
  @Column('timestamptz') knownAt!: Date;
}
