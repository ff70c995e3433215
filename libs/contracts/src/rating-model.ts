import { IsCode, IsCount, IsDigest } from './decorators.js';

/** The dated model a rating was computed with: its name, its version from 1 on, and the digest of its canonical JSON. */
export class RatingModel {
  @IsCode() id!: string;
  @IsCount(1) version!: number;
  @IsDigest() digest!: string;
}
