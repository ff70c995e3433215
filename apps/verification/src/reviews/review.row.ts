import { type SuggestionMove } from '@chengxin/verification';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The review of all domains that one repair case waits for; its two halves come in any order. */
@Entity('reviews')
export class ReviewRow {
  @PrimaryColumn('uuid') caseId!: string;
  @Column('text') creditCode!: string;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  @Column('uuid', { nullable: true }) repairedEventId!: string | null;
  @Column('jsonb', { nullable: true }) moves!: SuggestionMove[] | null;
  @Column('uuid', { nullable: true }) ratingEventId!: string | null;
  @Column('timestamptz', { nullable: true }) announcedAt!: Date | null;
}
