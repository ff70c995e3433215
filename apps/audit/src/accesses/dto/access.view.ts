import type { Service } from '@chengxin/contracts';
import type { Role } from '@chengxin/law';
import { type Page } from '@chengxin/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const day = { type: 'string', format: 'date' } as const;
const instant = { type: 'string', format: 'date-time' } as const;

/** Who looked. A natural person is named to nobody; its pseudonym is for those who oversee. */
export class LookerView {
  @ApiPropertyOptional({ type: 'string', description: 'Credit code of the unit' }) unit?: string;
  @ApiPropertyOptional({ type: 'string', example: 'checking-officer', description: 'Absent for a check' }) role?: Role;
  @ApiPropertyOptional({ type: 'string', description: 'The subject of the token; for regulators and auditors' }) subject?: string;
}

/** For what it was looked at. */
export class PurposeView {
  @ApiProperty({ type: 'string', example: 'government-procurement', description: 'A code; of a check what the asker wrote' }) code!: string;
  @ApiPropertyOptional({ type: 'string', example: '政府采购' }) zh?: string;
  @ApiPropertyOptional({ type: 'string', example: 'Government procurement' }) en?: string;
}

/** Something that was shown, in which version. */
export class ShownView {
  @ApiProperty({ type: 'string', example: 'record' }) kind!: string;
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiPropertyOptional({ type: 'integer' }) version?: number;
}

/** A look at what is not public of an enterprise. */
export class AccessView {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'The event that states it' }) id!: string;
  @ApiProperty({ ...day, description: 'Business date' }) lookedOn!: string;
  @ApiProperty({ ...instant, description: 'Recorded at (machine time)' }) lookedAt!: string;
  @ApiProperty({ type: 'string', example: 'disclosure' }) service!: Service;
  @ApiProperty({ type: 'string', example: 'records' }) what!: string;
  @ApiProperty({ type: () => LookerView }) lookedBy!: LookerView;
  @ApiProperty({ type: () => PurposeView }) purpose!: PurposeView;
  @ApiProperty({ type: 'string', description: "The reader's own case", example: '澄采〔2026〕15号' }) caseNumber!: string;
  @ApiProperty({ type: () => ShownView, isArray: true }) shown!: ShownView[];
  @ApiProperty({ type: 'integer', description: 'How many more were shown than are named' }) unnamed!: number;
  @ApiPropertyOptional({ ...day, description: 'The business date for which it was asked' }) effectiveAt?: string;
  @ApiPropertyOptional({ ...instant, description: 'As known at which instant it was asked (machine time)' }) knownThen?: string;
}

/** A page of looks, the latest first. */
export class AccessPage implements Page<AccessView> {
  @ApiProperty({ type: () => AccessView, isArray: true }) items!: AccessView[];
  @ApiPropertyOptional({ type: 'string' }) next?: string;
}
