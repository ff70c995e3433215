import { type Answer, type Condition, type RepairRecord } from '@chengxin/repair';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { UnitView } from '../cases/dto/case.view.js';

const day = { type: 'string', format: 'date' } as const;
const ANSWER: ApiPropertyOptions = {
  oneOf: [
    { type: 'string', enum: ['now', 'not-needed'] },
    { type: 'object', required: ['notBefore'], properties: { notBefore: day, workingDays: { type: 'integer' } } },
    { type: 'object', required: ['never'], properties: { never: { type: 'string', description: 'The article' } } },
  ],
};
const RULES = ['record-repairable', 'no-open-case', 'publicity-served', 'obligations-met', 'commitment-complete'];

/** A text in both languages. */
export class ProofView {
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
}

/** One condition of a repair: whether it is met, what shows it, where it is written. */
export class ConditionView {
  @ApiProperty({ enum: RULES }) rule!: Condition['rule'];
  @ApiProperty({ enum: ['met', 'not-met', 'unknown'] }) state!: Condition['state'];
  @ApiProperty({ type: () => ProofView }) proof!: ProofView;
  @ApiProperty({ type: 'string' }) source!: string;
}

/** What can be done about one record. */
export class RecordEligibilityView {
  @ApiProperty({ type: 'string', format: 'uuid' }) recordId!: string;
  @ApiProperty({ type: 'integer', description: 'The version of the record that is held' }) version!: number;
  @ApiProperty({ type: 'string' }) item!: string;
  @ApiProperty({ type: 'string' }) documentNumber!: string;
  @ApiProperty(day) decidedOn!: string;
  @ApiPropertyOptional({ enum: ['minor', 'general', 'serious'] }) class?: RepairRecord['class'];
  @ApiProperty({ type: () => UnitView }) determiningUnit!: UnitView;
  @ApiProperty({ enum: ['current', 'repaired', 'annulled', 'withdrawn'] }) standing!: RepairRecord['standing'];
  @ApiPropertyOptional({ type: 'string', description: 'The number of the case that runs on it' }) openCase?: string;
  @ApiProperty(ANSWER) answer!: Answer;
  @ApiProperty({ type: () => ConditionView, isArray: true }) conditions!: ConditionView[];
}

/** What an enterprise can repair and when. */
export class EligibilityView {
  @ApiProperty({ type: 'string' }) creditCode!: string;
  @ApiPropertyOptional({ type: 'string', description: 'Absent until the register entry has arrived' }) name?: string;
  @ApiProperty({ ...day, description: 'The business day the answer is for' }) on!: string;
  @ApiPropertyOptional({ type: 'string', format: 'date-time', description: 'Up to when all that registry published is held' })
  asOf?: string;
  @ApiProperty({ type: 'boolean', description: 'True when that is not lately' }) behind!: boolean;
  @ApiProperty({ type: () => RecordEligibilityView, isArray: true }) records!: RecordEligibilityView[];
}
