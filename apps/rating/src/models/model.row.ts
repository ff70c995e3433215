import type { RatingModel } from '@chengxin/rating';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published model: never changed, only succeeded by a higher version. */
@Entity('rating_models')
export class ModelRow {
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') digest!: string;
  @Column('jsonb') model!: RatingModel;
}
