import { PageQuery } from '@chengxin/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

/** What is looked for, and a page of what is found. */
export class SearchQuery extends PageQuery {
  @ApiProperty({
    type: 'string',
    maxLength: 200,
    description: 'A unified social credit code, or two or more characters of a name',
    example: '云帆',
  })
  @IsString()
  @MaxLength(200)
  q!: string;
}
