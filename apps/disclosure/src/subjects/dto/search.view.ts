import { SUBJECT_STATES, type SubjectRegisterState } from '@chengxin/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A credit subject that was found, and by what. */
export class FoundSubject {
  @ApiProperty({ type: 'string' }) creditCode!: string;
  @ApiProperty({ type: 'string' }) name!: string;
  @ApiProperty({ type: 'string', isArray: true }) formerNames!: string[];
  @ApiProperty({ enum: SUBJECT_STATES }) state!: SubjectRegisterState;
  @ApiPropertyOptional({ type: 'string' }) district?: string;
  @ApiProperty({ enum: ['code', 'name', 'former-name'] }) matched!: 'code' | 'name' | 'former-name';
}

/** A page of what was found, the most relevant first. */
export class SearchPage {
  @ApiProperty({ type: () => FoundSubject, isArray: true }) items!: FoundSubject[];
  @ApiPropertyOptional({ type: 'string' }) next?: string;
}
