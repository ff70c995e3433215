import { randomUUID } from 'node:crypto';
import {
  CaseEffectsAwaitedV1,
  type ContractClass,
  type Envelope,
  type RecordAnnulledV1,
  RecordCollectedV1,
  RecordExpiredV1,
  RecordRepairedV1,
  type RecordWithdrawnV1,
  sampleOf,
  SubjectRegisteredV1,
} from '@chengxin/contracts';
import { addDays, completeCreditCode, localDateOf } from '@chengxin/kernel';
import type { Neighbour } from '@chengxin/testing';

let enterprises = 0;

/** A valid credit code that no other enterprise of this run has. */
export function aCode(): string {
  enterprises += 1;
  return completeCreditCode('91', '429502', `MA9Y${String(enterprises).padStart(4, '0')}`);
}

export const TODAY = localDateOf(new Date());
export const inDays = (days: number) => addDays(TODAY, days);

/** One enterprise, played towards `rating` by the golden samples of `registry` and `repair`. */
export class Enterprise {
  readonly code = aCode();

  constructor(private readonly neighbour: Neighbour) {}

  registered(changes: Partial<SubjectRegisteredV1> = {}): Promise<Envelope<SubjectRegisteredV1>> {
    return this.publish(SubjectRegisteredV1, changes);
  }

  /** A general penalty that counts for another hundred days. */
  fined(changes: Partial<RecordCollectedV1> = {}, countedUntil: string | undefined = inDays(100)): Promise<Envelope<RecordCollectedV1>> {
    const { publicity } = sampleOf(RecordCollectedV1).data;
    return this.publish(RecordCollectedV1, { recordId: randomUUID(), version: 1, publicity: { ...publicity, countedUntil }, ...changes });
  }

  repaired(recordId: string, caseId: string, changes: Partial<RecordRepairedV1> = {}): Promise<Envelope<RecordRepairedV1>> {
    const { publicity } = sampleOf(RecordRepairedV1).data;
    const causes = [{ eventId: randomUUID(), caseId, recordId }];
    const ended = { ...publicity, countedUntil: inDays(-1), sharedUntil: inDays(-1), shownUntil: inDays(-1) };
    return this.publish(RecordRepairedV1, { recordId, caseId, causes, version: 2, repairedOn: TODAY, publicity: ended, ...changes });
  }

  ended(contract: ContractClass<RecordWithdrawnV1> | ContractClass<RecordAnnulledV1>, recordId: string): Promise<Envelope> {
    return this.publish(contract as ContractClass<RecordWithdrawnV1>, { recordId, version: 2, on: TODAY });
  }

  expired(recordId: string, on: string): Promise<Envelope<RecordExpiredV1>> {
    const { publicity } = sampleOf(RecordExpiredV1).data;
    return this.publish(RecordExpiredV1, { recordId, version: 2, on, ended: ['counted'], publicity: { ...publicity, countedUntil: on } });
  }

  awaited(recordId: string, caseId: string): Promise<Envelope<CaseEffectsAwaitedV1>> {
    return this.publish(CaseEffectsAwaitedV1, { recordId, caseId, missing: ['rating-reviewed', 'feed-entry-written'] });
  }

  publish<T extends { creditCode: string }>(contract: ContractClass<T>, changes: Partial<T>): Promise<Envelope<T>> {
    const data = { ...sampleOf(contract).data, creditCode: this.code, ...changes };
    return this.neighbour.publish(contract, this.code, data);
  }

  /** What `rating` announced about it. */
  heard<T extends { creditCode: string }>(contract: ContractClass<T>): T[] {
    return this.neighbour
      .received(contract)
      .map(({ data }) => data)
      .filter(({ creditCode }) => creditCode === this.code);
  }
}
