import { Injectable } from '@nestjs/common';
import type { CaseApprovedV1, CaseEffectsAwaitedV1, Cause } from '@chengxin/contracts';
import { maskPersonalNumbers, type LocalDate } from '@chengxin/kernel';
import { Outbox, type Received } from '@chengxin/messaging';
import { LawInForce, type Transaction } from '@chengxin/platform';
import { type CreditRecord, repair } from '@chengxin/registry';
import { changeOf } from '../records/record-change.js';
import type { FactDetails, RecordFact } from '../records/record-fact.js';
import { recordEvent } from '../records/record.contract.js';
import { RecordsRepository } from '../records/records.repository.js';

type Repaired = Extract<FactDetails, { kind: 'repaired' }>;

/** A fact of a repair as it was written. */
type StoredRepair = { version: number; state: CreditRecord; details: Omit<Repaired, 'kind'>; knownAt: Date; lawDigest: string };

const REPAIR_OF_CASE = `
  select version, state, details, known_at as "knownAt", law_digest as "lawDigest" from record_facts
   where record_id = $1 and kind = 'repaired' and details ->> 'caseId' = $2 order by version desc limit 1`;

/** Carries out what a repair case decided, and answers for it. The locks of the enterprises must be held. */
@Injectable()
export class RepairsService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly outbox: Outbox,
    private readonly law: LawInForce,
  ) {}

  /**
   * Ends a record as an approval says, with the fulfilment that the approval carries, and announces it with its three dates, also
   * where one had passed. Throws for a record that the registry does not have: then somebody must look.
   */
  async carryOut(tx: Transaction, { id, data }: Received<CaseApprovedV1>): Promise<void> {
    const row = await this.records.find(tx, data.recordId);
    if (!row) throw new Error(`case ${data.caseId} approves the repair of a record that is not here: ${data.recordId}`);
    const { fulfilment, unit, caseId } = data;
    const dates = { approvedOn: data.approvedOn as LocalDate, fulfilledOn: fulfilment.fulfilledOn as LocalDate };
    const { met, record, effect } = repair(this.law.law, row.state, dates);
    const { publicity: _publicity, ...ends } = effect;
    const causes: Cause[] = [{ eventId: id, caseId, recordId: row.id }];
    const { what, proof, fulfilledOn } = { ...fulfilment, fulfilledOn: dates.fulfilledOn };
    const said = { kind: 'fulfilled' as const, fulfilledOn, what: maskPersonalNumbers(what), proof: maskPersonalNumbers(proof), unit };
    const fulfilled: RecordFact[] = row.state.fulfilledOn ? [] : [{ effectiveOn: fulfilledOn, details: said, record: met }];
    const repairedOn = record.repairedOn ?? dates.approvedOn;
    const details: Repaired = { kind: 'repaired', caseId, repairedOn, ...ends, causes };
    const facts = [...fulfilled, { effectiveOn: repairedOn, details, record }];
    await this.records.save(tx, [{ ...changeOf(row), record, facts }], { actor: unit.code });
  }

  /** Announces the repair of a case once more, if it is the registry's answer that is missing and the approval has come. */
  async answerAgain(tx: Transaction, { id, data }: Received<CaseEffectsAwaitedV1>): Promise<void> {
    if (!data.missing.includes('record-repaired')) return;
    const [stored] = await tx.query<StoredRepair[]>(REPAIR_OF_CASE, [data.recordId, data.caseId]);
    if (!stored) return;
    const { state: record, version, knownAt, lawDigest } = stored;
    const causes = [...stored.details.causes, { eventId: id, caseId: data.caseId, recordId: data.recordId }];
    const details: Repaired = { ...stored.details, kind: 'repaired', causes };
    const fact = { effectiveOn: details.repairedOn, details, record };
    await this.outbox.add(tx, recordEvent(fact, { recordId: data.recordId, version, knownAt, lawDigest }));
  }
}
