import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy: a credit subject with its names and its state. */
@Entity('subjects')
export class SubjectRow {
  @PrimaryColumn('text') creditCode!: string;
  @Column('integer') version!: number;
  @Column('text') name!: string;
  @Column('text', { array: true }) formerNames!: string[];
  @Column('text') state!: string;
}
