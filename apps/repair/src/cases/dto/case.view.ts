import { type Action, type Party, type ReceiptName, RECEIPT_NAMES, type RepairEvent, type Status, TRANSITIONS } from '@chengxin/repair';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommitmentDto, ContactDto } from './file-case.dto.js';

const STATUSES = Object.keys(TRANSITIONS);
const day = { type: 'string', format: 'date' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;
const instant = { type: 'string', format: 'date-time' } as const;

/** A department by credit code and name. */
export class UnitView {
  @ApiProperty({ type: 'string' }) code!: string;
  @ApiProperty({ type: 'string' }) name!: string;
}

/** What list and single case both say. */
export class CaseSummary {
  @ApiProperty(uuid) caseId!: string;
  @ApiProperty({ type: 'string' }) caseNumber!: string;
  @ApiProperty({ enum: STATUSES }) status!: Status;
  @ApiProperty({ type: 'integer', description: 'What an If-Match names' }) version!: number;
  @ApiProperty({ type: 'string' }) creditCode!: string;
  @ApiPropertyOptional({ type: 'string', description: 'Absent until the register entry has arrived' }) name?: string;
  @ApiProperty(uuid) recordId!: string;
  @ApiProperty({ type: 'string' }) item!: string;
  @ApiProperty({ type: () => UnitView }) determiningUnit!: UnitView;
  @ApiProperty({ type: 'boolean' }) minor!: boolean;
  @ApiProperty(day) filedOn!: string;
}

/** A line of the work list. */
export class WorkListLine extends CaseSummary {
  @ApiPropertyOptional({ ...day, description: 'The last day of the step it waits for' }) dueOn?: string;
  @ApiPropertyOptional({ type: 'integer', description: 'Negative when overdue' }) workingDaysLeft?: number;
  @ApiPropertyOptional({ type: 'boolean', description: 'The day may still move: a year on the way has no holiday notice' })
  provisional?: boolean;
  @ApiProperty({ enum: RECEIPT_NAMES, isArray: true, description: 'What an approved case still waits for' }) missing!: ReceiptName[];
}

/** A page of the work list. */
export class WorkListPage {
  @ApiProperty({ type: () => WorkListLine, isArray: true }) items!: WorkListLine[];
  @ApiPropertyOptional({ type: 'string' }) next?: string;
}

/** A deadline of the case as it stands today. */
export class ClockView {
  @ApiProperty({ type: 'string', description: 'The clock of the law' }) clock!: string;
  @ApiProperty({ enum: ['running', 'overdue', 'kept', 'missed', 'stopped'] }) state!: string;
  @ApiProperty(day) dueOn!: string;
  @ApiProperty({ type: 'boolean' }) provisional!: boolean;
  @ApiPropertyOptional(day) doneOn?: string;
  @ApiPropertyOptional({ type: 'integer' }) workingDaysLeft?: number;
  @ApiProperty({ type: 'integer', description: 'The length of the term' }) workingDays!: number;
  @ApiProperty({ type: 'string', description: 'The dated entry' }) entry!: string;
  @ApiProperty({ type: 'string', description: 'Where it is written' }) source!: string;
}

/** The city's own clock beside the legal one, and the overall one behind them. */
export class ClocksView {
  @ApiProperty({ type: () => ClockView }) city!: ClockView;
  @ApiProperty({ type: () => ClockView }) legal!: ClockView;
  @ApiProperty({ type: () => ClockView }) overall!: ClockView;
}

/** One of the five receipts: missing, or the event that proves it and when that was announced. */
export class ReceiptView {
  @ApiProperty({ enum: RECEIPT_NAMES }) name!: ReceiptName;
  @ApiProperty({ enum: ['missing', 'received'] }) state!: 'missing' | 'received';
  @ApiPropertyOptional(uuid) eventId?: string;
  @ApiPropertyOptional(instant) at?: string;
}

/** What may come next, and who does it. */
export class NextStepView {
  @ApiProperty({ type: 'string' }) action!: Action;
  @ApiProperty({ enum: ['applicant', 'centre', 'determining-unit', 'platform'] }) by!: Party;
}

/** Something that happened to the case, on a business day, with its own facts. */
export class CaseEventView {
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty({ ...instant, description: 'Recorded at (machine time)' }) knownAt!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) event!: RepairEvent;
}

/** A case as a whole. */
export class CaseView extends CaseSummary {
  @ApiProperty({ type: () => CommitmentDto }) commitment!: CommitmentDto;
  @ApiPropertyOptional({ type: () => ContactDto, description: 'Absent after it was deleted, and for readers outside the case' })
  contact?: ContactDto;
  @ApiProperty({ type: () => ClocksView }) clocks!: ClocksView;
  @ApiProperty({ type: () => ReceiptView, isArray: true }) receipts!: ReceiptView[];
  @ApiProperty({ type: () => NextStepView, isArray: true }) next!: NextStepView[];
  @ApiProperty({ type: () => CaseEventView, isArray: true }) history!: CaseEventView[];
}
