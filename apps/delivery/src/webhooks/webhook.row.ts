import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address to which a unit has its events pushed. */
@Entity('webhooks')
export class WebhookRow {
  @PrimaryColumn('uuid') webhookId!: string;
  @Column('text') unitCode!: string;
  @Column('text') url!: string;
  /** Null: all that the unit may see. */
  @Column('text', { array: true, nullable: true }) types!: string[] | null;
  @Column('text') secret!: string;
  /** For what the unit gets the events, and in which case of its own; null for endpoints of before this had to be said, which are paused. */
  @Column('text', { nullable: true }) purpose!: string | null;
  @Column('text', { nullable: true }) purposeEntry!: string | null;
  @Column('text', { nullable: true }) caseNumber!: string | null;
  @Column('text') state!: 'active' | 'paused' | 'deleted';
  @Column('bigint') fromPosition!: string;
  @Column('text') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) pausedAt!: Date | null;
}
