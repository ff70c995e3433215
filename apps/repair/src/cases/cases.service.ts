import { accept, maskedTexts, maskPersonalNumbers, refuse, type Result } from '@chengxin/kernel';
import { type Actor, Clock, LawInForce, publicNumber } from '@chengxin/platform';
import {
  acceptCase,
  approve,
  type Decision,
  declineCase,
  file,
  preCheck,
  type Refusal,
  type RepairCase,
  type RepairRecord,
  refuseCase,
  withdraw,
} from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { type Unknown } from '../refusals.js';
import { RecordsRepository } from '../records/records.repository.js';
import { type CaseRow } from './case.row.js';
import { type CaseRef, CasesRepository } from './cases.repository.js';
import { type FileCaseDto } from './dto/file-case.dto.js';
import { type AcceptanceDto, type ApprovalDto, type PreCheckDto, type RefusalDto, type WithdrawalDto } from './dto/step.dto.js';
import { reaches, reachOf } from './reach.js';
import { type StoredCase } from './stored-case.js';

/** The case after a change, or why there was none. */
export type CaseOutcome = Result<StoredCase, Refusal | Unknown>;

/**
 * What people do to a case. Free text is taken without the identity and telephone numbers in it. A case or record that is not within
 * the actor's reach is answered as one that is not there, so that nobody learns of it by asking.
 */
@Injectable()
export class CasesService {
  constructor(
    private readonly cases: CasesRepository,
    private readonly records: RecordsRepository,
    private readonly clock: Clock,
    private readonly inForce: LawInForce,
  ) {}

  async file({ recordId, commitment, contact }: FileCaseDto, by: Actor): Promise<CaseOutcome> {
    const record = await this.records.find(recordId);
    if (!record || !by.enterprises.includes(record.creditCode)) return refuse({ code: 'repair.record-unknown', recordId });
    const on = this.clock.today();
    return this.cases.file(record, contact, by, (current, openCase) =>
      file({ record: current, by, openCase, commitment: maskedTexts(commitment) }, publicNumber('XF', on), on),
    );
  }

  preCheck(ref: CaseRef, { note }: PreCheckDto, by: Actor): Promise<CaseOutcome> {
    return this.change(ref, by, (kase) => preCheck(kase, maskPersonalNumbers(note), this.inForce.law, this.clock.today()));
  }

  accept(ref: CaseRef, { accepted, reason = '' }: AcceptanceDto, by: Actor): Promise<CaseOutcome> {
    const on = this.clock.today();
    if (!accepted) return this.change(ref, by, (kase, record) => declineCase(kase, { record, by }, maskPersonalNumbers(reason), on));
    return this.change(ref, by, (kase, record) => acceptCase(kase, { record, by }, this.inForce.law, on));
  }

  approve(ref: CaseRef, { fulfilment }: ApprovalDto, by: Actor): Promise<CaseOutcome> {
    const stated = fulfilment && maskedTexts(fulfilment);
    return this.change(ref, by, (kase, record) => approve(kase, { record, by, fulfilment: stated }, this.clock.today()));
  }

  refuse(ref: CaseRef, why: RefusalDto, by: Actor): Promise<CaseOutcome> {
    return this.change(ref, by, (kase, record) => refuseCase(kase, { record, by }, maskedTexts(why), this.clock.today()));
  }

  withdraw(ref: CaseRef, { reason }: WithdrawalDto, by: Actor): Promise<CaseOutcome> {
    const said = maskPersonalNumbers(reason?.trim() || '申请人撤回');
    return this.change(ref, by, (kase, record) => withdraw(kase, { record, by }, said, this.clock.today()));
  }

  /** A case with its history, for an actor who reaches it. */
  async get(caseId: string, by: Actor): Promise<CaseOutcome> {
    const row = await this.reached(caseId, by);
    return row.ok ? accept(await this.cases.get(caseId)) : row;
  }

  private async change(
    { caseId, version }: CaseRef,
    by: Actor,
    step: (kase: RepairCase, record: RepairRecord) => Decision,
  ): Promise<CaseOutcome> {
    const row = await this.reached(caseId, by);
    return row.ok ? this.cases.update(row.value, version, by, step) : row;
  }

  private async reached(caseId: string, by: Actor): Promise<Result<CaseRow, Unknown>> {
    const row = await this.cases.find(caseId);
    return row && reaches(reachOf(by), row) ? accept(row) : refuse({ code: 'repair.case-unknown', caseId });
  }
}
