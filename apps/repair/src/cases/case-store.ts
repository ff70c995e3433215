import { Outbox } from '@chengxin/messaging';
import { knownAt, LawInForce, type Transaction } from '@chengxin/platform';
import { type RepairEvent } from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { CaseEventRow, type EventActor } from './case-event.row.js';
import { toContracts } from './case.contract.js';
import { CaseRow } from './case.row.js';
import { EffectsWait } from './effects-wait.js';
import { ReceiptRow } from './receipt.row.js';
import { listRow, rowsOf, type StoredCase, storedCase } from './stored-case.js';

/** Reads and writes the rows of one case: history, list, receipts, what is announced, and the wait for missing receipts. */
@Injectable()
export class CaseStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly inForce: LawInForce,
    private readonly wait: EffectsWait,
  ) {}

  /** A case with its history. Throws a RangeError when there is none. */
  async load(db: EntityManager, caseId: string): Promise<StoredCase> {
    return storedCase(caseId, await db.find(CaseEventRow, { where: { caseId }, order: { position: 'ASC' } }));
  }

  /** Stores what happened to a case whose enterprise the transaction has locked, and announces it. `actor` null: the platform itself. */
  async append(
    tx: Transaction,
    { caseId, rows }: Pick<StoredCase, 'caseId' | 'rows'>,
    events: readonly RepairEvent[],
    actor: EventActor | null,
  ): Promise<StoredCase> {
    if (events.length === 0) return storedCase(caseId, rows);
    const at = await knownAt(tx);
    const added = rowsOf(events, rows.length, { caseId, actor, lawDigest: this.inForce.digest, knownAt: at });
    const stored = storedCase(caseId, [...rows, ...added]);
    await tx.insert(CaseEventRow, added);
    await this.list(tx, stored);
    await tx.insert(ReceiptRow, receiptRows(caseId, events, at));
    await this.outbox.add(tx, toContracts(caseId, stored.kase, events, at));
    return stored;
  }

  /** Writes the row of the list as the history tells it, and sets the enterprise's wait by it. */
  async list(tx: Transaction, stored: StoredCase): Promise<void> {
    await tx.upsert(CaseRow, listRow(stored, this.inForce.law), ['caseId']);
    await this.wait.set(tx, stored.kase.creditCode);
  }
}

function receiptRows(caseId: string, events: readonly RepairEvent[], knownAt: Date): ReceiptRow[] {
  return events.flatMap((event) => {
    if (event.type !== 'receipt-received') return [];
    const { name, eventId, at } = event.receipt;
    return [{ caseId, name, eventId, at: new Date(at), knownAt }];
  });
}
