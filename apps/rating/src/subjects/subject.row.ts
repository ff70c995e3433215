import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy: a credit subject that the register knows. */
@Entity('subjects')
export class SubjectRow {
  @PrimaryColumn('text') creditCode!: string;
  @Column('integer') version!: number;
  @Column('text') kind!: string;
  @Column('text') state!: string;
}
