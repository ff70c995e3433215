import { PageQuery } from '@chengxin/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { FEED_TYPES } from '../feed-types.js';

/** Which part of the feed. Without `after` it begins at the first entry. */
export class FeedQuery extends PageQuery {
  @ApiPropertyOptional({ enum: FEED_TYPES, isArray: true, description: 'Only these types; repeated, or separated by commas' })
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIn(FEED_TYPES, { each: true })
  types?: string[];

  @ApiPropertyOptional({ type: 'string', description: 'Only what is about this unified social credit code' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  subject?: string;
}
