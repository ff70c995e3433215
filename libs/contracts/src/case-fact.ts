import type { ItemCode } from '@chengxin/law';
import { IsCode, IsCreditCode, IsIdentifier, IsInstant, IsText } from './decorators.js';

/** What every event of a repair case says. The case number cannot be guessed: whoever holds it may follow the case. */
export class CaseFact {
  @IsIdentifier() caseId!: string;
  @IsText() caseNumber!: string;
  @IsCreditCode() creditCode!: string;
  @IsIdentifier() recordId!: string;
  @IsCode() item!: ItemCode;
  @IsInstant() knownAt!: string;
}
