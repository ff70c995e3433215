import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy: a credit subject under its present name. */
@Entity('subjects')
export class SubjectRow {
  @PrimaryColumn('text') creditCode!: string;
  @Column('integer') version!: number;
  @Column('text') name!: string;
}
