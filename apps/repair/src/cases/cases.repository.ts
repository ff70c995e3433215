import { accept, type Result } from '@chengxin/kernel';
import { type Actor, inTransaction, lock, requireVersion, type Transaction, uuidv7 } from '@chengxin/platform';
import { type Decision, FINAL, type Refusal, type RepairCase, type RepairEvent, type RepairRecord } from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not } from 'typeorm';
import { RecordsRepository } from '../records/records.repository.js';
import { CaseRow } from './case.row.js';
import { CaseStore } from './case-store.js';
import { ContactRow } from './contact.row.js';
import { eventActor, type StoredCase } from './stored-case.js';

/** A case as a change names it: which one, and the version the change is based on. */
export type CaseRef = { caseId: string; version: number };

/** Whom to call about a case. */
export type Contact = Pick<ContactRow, 'name' | 'telephone'>;

/** The case as it was stored, or why the rules refused. */
export type Outcome = Result<StoredCase, Refusal>;

/** The cases: loaded, decided on, stored and announced, in one transaction each. */
@Injectable()
export class CasesRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: RecordsRepository,
    private readonly store: CaseStore,
  ) {}

  /** Lets `step` decide on a filing for a record, given the number of the case that runs on it, and stores what happened. */
  file(
    { recordId, creditCode }: RepairRecord,
    contact: Contact,
    actor: Actor,
    step: (record: RepairRecord, openCase: string | undefined) => Decision,
  ): Promise<Outcome> {
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, creditCode); // the message key: the order of the transactions is then that of the events
      const running = await tx.findOneBy(CaseRow, { recordId, status: Not(In([...FINAL])) });
      const decision = step(await this.records.get(recordId, tx), running?.caseNumber);
      if (!decision.ok) return decision;
      const caseId = uuidv7();
      const stored = await this.store.append(tx, { caseId, rows: [] }, decision.value, eventActor(actor));
      await tx.insert(ContactRow, { caseId, ...contact });
      return accept(stored);
    });
  }

  /**
   * Reads the case, lets `step` decide, and stores what happened: all of it or none. Throws `request.precondition-failed` (412) when
   * it has another version than the change was based on.
   */
  update(
    { caseId, creditCode, recordId }: CaseRow,
    version: number,
    actor: Actor,
    step: (kase: RepairCase, record: RepairRecord) => Decision,
  ): Promise<Outcome> {
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, creditCode);
      const before = await this.store.load(tx, caseId);
      requireVersion(before.rows.length, version);
      const decision = step(before.kase, await this.records.get(recordId, tx));
      return decision.ok ? accept(await this.store.append(tx, before, decision.value, eventActor(actor))) : decision;
    });
  }

  /** Lets the platform itself change a case; `tx` holds the lock of the enterprise, and a case of another one is left alone. */
  async change(tx: Transaction, caseId: string, creditCode: string, step: (kase: RepairCase) => RepairEvent[]): Promise<void> {
    if (!(await tx.existsBy(CaseRow, { caseId, creditCode }))) return;
    const before = await this.store.load(tx, caseId);
    await this.store.append(tx, before, step(before.kase), null);
  }

  /** Writes the list's row of a case anew from its history. */
  async relist({ caseId, creditCode }: Pick<CaseRow, 'caseId' | 'creditCode'>): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await lock(tx, creditCode);
      await this.store.list(tx, await this.store.load(tx, caseId));
    });
  }

  /** The cases whose deadline is provisional. */
  withProvisionalDeadline(): Promise<CaseRow[]> {
    return this.dataSource.manager.findBy(CaseRow, { dueProvisional: true });
  }

  /** How many cases there are. */
  count(): Promise<number> {
    return this.dataSource.manager.count(CaseRow);
  }

  /** How many of them still run. */
  countOpen(): Promise<number> {
    return this.dataSource.manager.countBy(CaseRow, { status: Not(In([...FINAL])) });
  }

  /** The list's row of a case, or undefined when there is none. */
  async find(caseId: string): Promise<CaseRow | undefined> {
    return (await this.dataSource.manager.findOneBy(CaseRow, { caseId })) ?? undefined;
  }

  /** A case with its history. Throws a RangeError when there is none. */
  get(caseId: string): Promise<StoredCase> {
    return this.store.load(this.dataSource.manager, caseId);
  }

  /** Whom to call about a case; undefined after that was deleted. */
  async contactOf(caseId: string): Promise<Contact | undefined> {
    return (await this.dataSource.manager.findOneBy(ContactRow, { caseId })) ?? undefined;
  }
}
