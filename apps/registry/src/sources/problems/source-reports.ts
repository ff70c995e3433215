import { Injectable } from '@nestjs/common';
import { Clock, type DueTimer, LawInForce, OnTimer, type Transaction } from '@chengxin/platform';
import { problemsIn, reportOverdue } from '@chengxin/registry';
import type { BatchRow } from '../../batches/batch.row.js';
import { DutiesService, REPORT_DUE } from '../figures/duties.service.js';
import { FiguresRepository } from '../figures/figures.repository.js';
import { FoundProblems } from './found-problems.js';

/** Watches over the reports of sources: what each shows of its month, and that the next one comes. */
@Injectable()
export class SourceReports {
  constructor(
    private readonly duties: DutiesService,
    private readonly figures: FiguresRepository,
    private readonly found: FoundProblems,
    private readonly law: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** A report was received to its end: the next is awaited, and what the month shows is opened. The unit's lock must be held. */
  async received(tx: Transaction, { unitCode, item: code, asOf }: BatchRow): Promise<void> {
    const today = this.clock.today();
    const item = this.law.law.item(code, today);
    if (item) await this.duties.report(tx, { unitCode, item, asOf, today });
    const month = await this.figures.month(tx, { unitCode, item: code, on: today });
    await this.found.open(tx, unitCode, code, problemsIn(month, this.law.law, today));
  }

  /** The last day for some report of a unit is over: each that has not come is a problem. The timer holds the unit's lock. */
  @OnTimer(REPORT_DUE)
  async due({ key: unitCode }: DueTimer, tx: Transaction): Promise<void> {
    const today = this.clock.today();
    for (const { item: code, dueOn } of await this.duties.overdue(tx, unitCode, today)) {
      const item = this.law.law.item(code, today);
      if (item) await this.found.open(tx, unitCode, code, [reportOverdue(item, dueOn)]);
    }
  }
}
