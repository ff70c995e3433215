import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode, RecordClass } from '@chengxin/law';
import { ratedRecord, type RatedRecord, repaired } from '@chengxin/rating';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy: a record, as far as ratings look at it. */
@Entity('records')
export class RecordRow {
  @PrimaryColumn('uuid') recordId!: string;
  @Column('text') creditCode!: string;
  @Column('integer') version!: number;
  @Column('text') item!: ItemCode;
  @Column('text', { nullable: true }) ratingClass!: RecordClass | null;
  @Column('text', { nullable: true }) validUntil!: string | null;
  @Column('text', { nullable: true }) state!: string | null;
  @Column('date', { nullable: true }) countedUntil!: LocalDate | null;
  @Column('date', { nullable: true }) sharedUntil!: LocalDate | null;
  @Column('date', { nullable: true }) repairedOn!: LocalDate | null;
  @Column('boolean') takenBack!: boolean;
}

/** The record as the library weighs it. */
export function factOf({ recordId, item, ratingClass, validUntil, state, countedUntil, repairedOn }: RecordRow): RatedRecord {
  const rated = ratedRecord({
    recordId,
    item,
    ...(ratingClass ? { ratingClass } : {}),
    fields: { ...(validUntil ? { validUntil } : {}), ...(state ? { state } : {}) },
    publicity: countedUntil ? { countedUntil } : {},
  });
  return repairedOn ? repaired(rated, repairedOn) : rated;
}
