import { type LocalDate } from '@chengxin/kernel';
import { type Fulfilment } from '@chengxin/repair';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { Day, IsText, MayBeAbsent, OptionalText, Text } from './fields.js';

/** The centre passes the case on with a note. */
export class PreCheckDto {
  @Text(2000, '初审意见: the note for the determining unit') note!: string;
}

/** The determining unit accepts, or does not and says why. */
export class AcceptanceDto {
  @ApiProperty({ type: 'boolean' }) @IsBoolean() accepted!: boolean;
  @ApiPropertyOptional({ type: 'string', maxLength: 2000, description: '不予受理的理由: needed when it is not accepted' })
  @ValidateIf(({ accepted }: AcceptanceDto) => accepted === false)
  @IsText(2000)
  reason?: string;
}

/** That the duties are met: on which day, what was done, proved by what. */
export class FulfilmentDto implements Fulfilment {
  @Day('履行完毕的日期') fulfilledOn!: LocalDate;
  @Text(2000, '履行内容') what!: string;
  @Text(500, '证明材料') proof!: string;
}

/** The determining unit approves; the fulfilment is needed unless the record has it already. */
export class ApprovalDto {
  @ApiPropertyOptional({ type: () => FulfilmentDto })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => FulfilmentDto)
  fulfilment?: FulfilmentDto;
}

/** The determining unit refuses, with its reason and the article it rests on. */
export class RefusalDto {
  @Text(2000, '不予修复的理由') reason!: string;
  @Text(500, '所依据的条款') article!: string;
}

/** The applicant takes the case back. */
export class WithdrawalDto {
  @OptionalText(2000, '撤回的理由') reason?: string;
}
