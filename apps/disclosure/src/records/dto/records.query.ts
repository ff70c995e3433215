import { PageQuery } from '@chengxin/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';

/** Which records of an enterprise: a page, perhaps of one item, perhaps of a past moment, which `momentOf` looks at. */
export class RecordsQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'string', example: 'penalty', description: 'A code of the catalogue' })
  @IsOptional()
  @Matches(/^[a-z]+(-[a-z]+)*$/)
  item?: string;

  @IsOptional()
  @IsString()
  effectiveAt?: string;

  @IsOptional()
  @IsString()
  knownAt?: string;
}
