import { type LocalDate, workingDaysBetween } from '@chengxin/kernel';
import { accepted, type Actor, Clock, LawInForce, type Page } from '@chengxin/platform';
import { clocks, missingReceipts, nextSteps, type Receipt, RECEIPT_NAMES, type ReceiptName } from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { REFUSALS } from '../refusals.js';
import { SubjectsRepository } from '../subjects/subjects.repository.js';
import { type CaseRow } from './case.row.js';
import { CasesRepository } from './cases.repository.js';
import { type CaseOutcome } from './cases.service.js';
import { type CaseSummary, type CaseView, type ReceiptView, type WorkListLine, type WorkListPage } from './dto/case.view.js';
import { ReceiptsRepository } from './receipts.repository.js';
import { type StoredCase } from './stored-case.js';

/** Who deals with a case and may therefore see whom to call. */
const SEE_CONTACTS: readonly Actor['role'][] = ['enterprise-agent', 'centre-reviewer', 'centre-supervisor', 'determining-officer'];

/** Cases as they are answered. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly cases: CasesRepository,
    private readonly subjects: SubjectsRepository,
    private readonly receipts: ReceiptsRepository,
    private readonly clock: Clock,
    private readonly inForce: LawInForce,
  ) {}

  /** The case after a change, as a whole; throws the problem of a refusal. */
  of(outcome: CaseOutcome, reader: Actor): Promise<CaseView> {
    return this.whole(accepted(outcome, REFUSALS), reader);
  }

  /** A case as a whole, for a reader who may see it. */
  async whole({ caseId, kase, rows }: StoredCase, reader: Actor): Promise<CaseView> {
    const names = await this.subjects.namesOf([kase.creditCode]);
    const contact = SEE_CONTACTS.includes(reader.role) ? await this.cases.contactOf(caseId) : undefined;
    return {
      ...summary({ ...kase, caseId, version: rows.length }, names),
      commitment: kase.commitment,
      ...(contact ? { contact: { name: contact.name, telephone: contact.telephone } } : {}),
      clocks: clocks(kase, this.inForce.law, this.clock.today()),
      receipts: RECEIPT_NAMES.map((name) => receipt(name, kase.receipts)),
      next: nextSteps(kase.status),
      history: rows.map(({ position, event, knownAt }) => ({ position, event, knownAt: knownAt.toISOString() })),
    };
  }

  /** A page of the work list. */
  async page({ items, next }: Page<CaseRow>): Promise<WorkListPage> {
    const names = await this.subjects.namesOf(items.map(({ creditCode }) => creditCode));
    const waiting = items.filter(({ status }) => status === 'approved').map(({ caseId }) => caseId);
    const held = await this.receipts.heldBy(waiting);
    return { items: items.map((row) => this.line(row, names, held.get(row.caseId) ?? [])), ...(next ? { next } : {}) };
  }

  private line(row: CaseRow, names: Map<string, string>, held: readonly Receipt[]): WorkListLine {
    const { dueOn, dueProvisional: provisional, status } = row;
    const determiningUnit = { code: row.determiningUnitCode, name: row.determiningUnitName };
    const left = (day: LocalDate) => workingDaysBetween(this.inForce.law.calendar, this.clock.today(), day).days;
    return {
      ...summary({ ...row, determiningUnit }, names),
      ...(dueOn ? { dueOn, workingDaysLeft: left(dueOn), provisional } : {}),
      missing: status === 'approved' ? missingReceipts(held) : [],
    };
  }
}

type Summed = Omit<CaseSummary, 'name'>;

function summary(kase: Summed, names: Map<string, string>): CaseSummary {
  const { caseId, caseNumber, status, version, creditCode, recordId, item, determiningUnit, minor, filedOn } = kase;
  const name = names.get(creditCode);
  const known = { caseId, caseNumber, status, version, creditCode, recordId, item, determiningUnit, minor, filedOn };
  return { ...known, ...(name === undefined ? {} : { name }) };
}

function receipt(name: ReceiptName, held: readonly Receipt[]): ReceiptView {
  const received = held.find((one) => one.name === name);
  return received ? { name, state: 'received', eventId: received.eventId, at: received.at } : { name, state: 'missing' };
}
