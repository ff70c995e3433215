import { MachineClock, Timers, type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Not } from 'typeorm';
import { CaseRow } from './case.row.js';

/** The timer that asks for missing receipts; one for each enterprise, as its key is the lock it fires under. */
export const EFFECTS_AWAITED = 'effects-awaited';

/** How long the approved cases of an enterprise still wait for receipts before these are asked for (machine time). */
@Injectable()
export class EffectsWait {
  constructor(
    private readonly timers: Timers,
    private readonly machine: MachineClock,
  ) {}

  /** Sets the enterprise's timer to its case that is asked for first; takes it back when no case waits. */
  async set(tx: Transaction, creditCode: string): Promise<void> {
    const [first] = await tx.find(CaseRow, { where: { creditCode, askAt: Not(IsNull()) }, order: { askAt: 'ASC' }, take: 1 });
    if (!first?.askAt) return this.timers.cancel(tx, EFFECTS_AWAITED, creditCode);
    await this.timers.set(tx, { name: EFFECTS_AWAITED, key: creditCode, dueAt: first.askAt, clock: 'machine' });
  }

  /** The cases of the enterprise whose wait is over. */
  async over(tx: Transaction, creditCode: string): Promise<string[]> {
    const rows = await tx.find(CaseRow, { where: { creditCode, askAt: LessThanOrEqual(this.machine.now()) }, order: { askAt: 'ASC' } });
    return rows.map(({ caseId }) => caseId);
  }
}
