import { type LocalDate } from '@chengxin/kernel';
import { type CommitmentDraft } from '@chengxin/repair';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsString, IsUUID, Matches, ValidateNested } from 'class-validator';
import { MayBeAbsent, OptionalDay, OptionalText, Text } from './fields.js';

const OPENNESSES = ['public', 'limited', 'closed'] as const;
const TELEPHONE = /^[0-9+() -]{5,20}$/;

/** The parts of a credit commitment; those that are missing are named by the refusal of the rule. */
export class CommitmentDto implements CommitmentDraft {
  @OptionalText(512, '承诺事由: the concrete matter') matter?: string;
  @OptionalText(4000, '承诺内容: that the materials are true and the duties are met') content?: string;
  @OptionalText(4000, '违诺责任: the consequences of a breach') liability?: string;
  @OptionalDay('承诺作出日期: the day it was made') madeOn?: LocalDate;
  @ApiPropertyOptional({ enum: OPENNESSES, description: '公开类型: a repair needs a public one' })
  @MayBeAbsent()
  @IsIn(OPENNESSES)
  openness?: (typeof OPENNESSES)[number];
}

/** Whom to call about the case; kept apart from it and deletable. */
export class ContactDto {
  @Text(100, '联系人') name!: string;
  @ApiProperty({ type: 'string', pattern: TELEPHONE.source, description: '联系电话' })
  @IsString()
  @Matches(TELEPHONE)
  telephone!: string;
}

/** A filing: for which record, with which commitment, and whom to call. */
export class FileCaseDto {
  @ApiProperty({ type: 'string', format: 'uuid' }) @IsUUID() recordId!: string;
  @ApiProperty({ type: () => CommitmentDto }) @IsDefined() @ValidateNested() @Type(() => CommitmentDto) commitment!: CommitmentDto;
  @ApiProperty({ type: () => ContactDto }) @IsDefined() @ValidateNested() @Type(() => ContactDto) contact!: ContactDto;
}
