import { MomentView } from '@chengxin/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { modelOf, type RatingRow } from '../rating.row.js';

/** The model of a rating. */
export class ModelDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ description: 'sha256 of the canonical JSON of the model' }) digest!: string;
}

/** One reason of a score. */
export class ContributionDto {
  @ApiProperty() indicator!: string;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: [String], format: 'uuid' }) recordIds!: string[];
  @ApiProperty({ description: 'the place in the model where the basis stands' }) entry!: string;
}

/** The rating of an enterprise; its contributions add up to its score. */
export class RatingDto {
  @ApiProperty() creditCode!: string;
  @ApiProperty({ type: ModelDto }) model!: ModelDto;
  @ApiProperty() scale!: string;
  @ApiProperty() grade!: string;
  @ApiProperty({ type: 'integer' }) score!: number;
  @ApiProperty({ type: 'integer' }) maximum!: number;
  @ApiProperty({ type: [ContributionDto] }) contributions!: ContributionDto[];
  @ApiProperty({ format: 'date' }) ratedOn!: string;
  @ApiProperty({ format: 'date-time', description: 'recorded at (machine time)' }) knownAt!: string;
  @ApiProperty({ type: 'integer', description: 'how many ratings the enterprise has had' }) version!: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'everything the registry knew then is in it' }) asOf?: string;
  @ApiProperty({ description: 'newer facts may not be in it yet' }) behind!: boolean;
  @ApiPropertyOptional({ type: MomentView, description: 'of a past moment: which, and the digest of this rating' }) moment?: MomentView;
}

/** How current the copies were that a rating was read from. */
export type Age = { asOf: Date | undefined; behind: boolean };

/** A stored rating as it is answered. */
export const ratingDto = (row: RatingRow, { asOf, behind }: Age): RatingDto => ({
  ...factsOf(row),
  ...(asOf ? { asOf: asOf.toISOString() } : {}),
  behind,
});

/** What a stored rating says, without how current it is. */
export function factsOf(row: RatingRow): Omit<RatingDto, 'asOf' | 'behind' | 'moment'> {
  const { creditCode, scale, grade, score, maximum, contributions, ratedOn, knownAt, position } = row;
  return {
    creditCode,
    model: modelOf(row),
    scale,
    grade,
    score,
    maximum,
    contributions,
    ratedOn,
    knownAt: knownAt.toISOString(),
    version: position,
  };
}
