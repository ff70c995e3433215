import type { Cause, RatingAssignedV1 } from '@chengxin/contracts';
import type { LocalDate } from '@chengxin/kernel';
import type { Contribution, Facts, Rating } from '@chengxin/rating';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** History: a rating with what it was computed from; the highest position of an enterprise is its rating. */
@Entity('ratings')
export class RatingRow {
  @PrimaryColumn('text') creditCode!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') modelId!: string;
  @Column('integer') modelVersion!: number;
  @Column('text') modelDigest!: string;
  @Column('text') scale!: string;
  @Column('text') grade!: string;
  @Column('integer') score!: number;
  @Column('integer') maximum!: number;
  @Column('jsonb') contributions!: Contribution[];
  @Column('jsonb') facts!: Facts;
  @Column('jsonb') causes!: Cause[];
  @Column('date') ratedOn!: LocalDate;
  @Column('timestamptz') knownAt!: Date;
}

/** The model of a stored rating, as events and readers name it. */
export const modelOf = ({ modelId, modelVersion, modelDigest }: RatingRow): RatingAssignedV1['model'] => ({
  id: modelId,
  version: modelVersion,
  digest: modelDigest,
});

/** A stored rating as the library compares it. */
export const ratingOf = (row: RatingRow): Omit<Rating, 'on'> => ({ ...row, model: { id: row.modelId, version: row.modelVersion } });

/** A stored rating as it is announced. */
export function assignedOf(row: RatingRow, before: RatingRow | undefined): RatingAssignedV1 {
  const { creditCode, scale, grade, score, maximum, contributions, ratedOn, causes, knownAt } = row;
  return {
    creditCode,
    model: modelOf(row),
    scale,
    grade,
    ...(before ? { previousGrade: before.grade } : {}),
    score,
    maximum,
    contributions,
    ratedOn,
    causes,
    knownAt: knownAt.toISOString(),
  };
}
