import { IsIdentifier, MayBeAbsent } from './decorators.js';

/**
 * What an answer answers: the event that made the service act, and the repair case and record where it came from them.
 * `repair` matches receipts by `caseId`, so an answer to something a case caused hands the `caseId` on.
 */
export class Cause {
  @IsIdentifier() eventId!: string;
  @MayBeAbsent() @IsIdentifier() caseId?: string;
  @MayBeAbsent() @IsIdentifier() recordId?: string;
}
