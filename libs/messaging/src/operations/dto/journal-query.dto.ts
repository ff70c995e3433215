import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

/** Which topic of a journal, and behind which of its places. */
export class JournalQueryDto {
  @ApiProperty({ description: 'A topic by its name in the contracts.' })
  @Matches(/^credit\.[a-z]+\.[a-z]+$/)
  topic!: string;

  @ApiPropertyOptional({ description: 'The place of the last entry seen.' })
  @IsOptional()
  @Matches(/^\d{1,20}(:\d{1,20})?$/)
  after?: string;
}
