import type { RatingReviewedV1 } from '@chengxin/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a review found, once it was answered. */
export type Finding = Pick<RatingReviewedV1, 'before' | 'after' | 'changed' | 'model' | 'reviewedOn'>;

/** An ending of a record that must be answered; without a finding its enterprise is not known yet. */
@Entity('reviews')
export class ReviewRow {
  @PrimaryColumn('uuid') eventId!: string;
  @Column('text') creditCode!: string;
  @Column('uuid') recordId!: string;
  @Column('uuid', { nullable: true }) caseId!: string | null;
  @Column('jsonb', { nullable: true }) finding!: Finding | null;
}
