import { type DomainCode } from '@chengxin/law';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** The question of a department: may credit stand in the way of what it is about to decide? */
export class AskDto {
  @ApiProperty({ description: 'One of the ten domains.', example: 'government-procurement' })
  @Matches(/^[a-z]+(-[a-z]+)*$/)
  domain!: DomainCode;

  @ApiProperty({ description: 'Unified social credit code of the enterprise.', example: '91429500MA1A00008U' })
  @IsString()
  @Length(1, 40)
  creditCode!: string;

  @ApiPropertyOptional({ description: 'Its name as the asker knows it; a difference is said in the answer.' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;

  @ApiPropertyOptional({ description: 'The matter at hand.', example: '2026年办公设备采购' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  matter?: string;

  @ApiProperty({ description: 'Why it is asked.', example: 'award-of-contract' })
  @IsString()
  @Length(1, 100)
  purpose!: string;

  @ApiProperty({ description: "The asker's own case number.", example: '澄采〔2026〕15号' })
  @IsString()
  @Length(1, 100)
  caseNumber!: string;
}
