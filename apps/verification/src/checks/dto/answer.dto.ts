import { type Suggestion } from '@chengxin/contracts';
import { type DomainCode } from '@chengxin/law';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A record that a rule weighed. */
export class HitDto {
  @ApiProperty() recordId!: string;
  @ApiProperty() version!: number;
  @ApiProperty() item!: string;
  @ApiProperty() rule!: string;
  @ApiProperty() suggests!: string;
  @ApiProperty() basis!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) measure!: object;
}

/** The answer: facts and a suggestion; the department decides and names its own basis. */
export class AnswerDto {
  @ApiProperty({ example: 'HC202605110123456789ABCDEF' }) number!: string;
  @ApiProperty({ type: String }) domain!: DomainCode;
  @ApiProperty() creditCode!: string;
  @ApiProperty({ description: 'matched, name-differs, former-name or unknown' }) identity!: string;
  @ApiPropertyOptional({ description: 'The registered name and state of the enterprise.' }) name?: string;
  @ApiPropertyOptional() state?: string;
  @ApiProperty({ enum: ['pass', 'caution', 'restrict', 'forbid', 'unknown'] }) suggestion!: Suggestion;
  @ApiPropertyOptional({ description: 'Why it is unknown.', enum: ['rebuilding', 'behind', 'parked', 'subject-unknown'] }) because?: string;
  @ApiProperty({ type: [HitDto] }) hits!: HitDto[];
  @ApiProperty({ description: 'The dated entry that was used.' }) entry!: string;
  @ApiProperty() lawDigest!: string;
  @ApiProperty({ description: 'SHA-256 over the identifiers and versions of everything that was looked at.' }) evidenceDigest!: string;
  @ApiProperty({ description: 'Everything known before this instant is in the answer.' }) asOf!: string;
  @ApiProperty() answeredOn!: string;
  @ApiPropertyOptional({ description: 'Last day on which it may be used.' }) validUntil?: string;
  @ApiPropertyOptional() matter?: string;
  @ApiProperty() purpose!: string;
  @ApiProperty() caseNumber!: string;
}
