import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, startOfDay } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import { LawInForce, Timers, type Transaction } from '@chengxin/platform';
import { nextReportDue } from '@chengxin/registry';
import { DutiesRepository, type Duty } from './duties.repository.js';

/** The timer that fires when the last day for some report of a unit is over; its key is the unit's code. */
export const REPORT_DUE = 'source-report-due';

/** That a unit has reported on an item up to a day, on a business day. */
export type Reported = { unitCode: string; item: CatalogueItem; asOf: LocalDate; today: LocalDate };

/** Counts down to the next report of each unit on each item. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly duties: DutiesRepository,
    private readonly timers: Timers,
    private readonly law: LawInForce,
  ) {}

  /** A unit has reported on an item up to a day: its next report is awaited. */
  async report(tx: Transaction, { unitCode, item, asOf, today }: Reported): Promise<void> {
    const dueOn = nextReportDue(this.law.law, item, asOf);
    await this.duties.report(tx, { unitCode, item: item.code, asOf, dueOn });
    await this.overdue(tx, unitCode, today);
  }

  /** The reports of a unit whose last day is over; the timer is set to the next that is not. */
  async overdue(tx: Transaction, unitCode: string, today: LocalDate): Promise<Duty[]> {
    const duties = await this.duties.of(tx, [unitCode]);
    const [next] = duties.flatMap(({ dueOn }) => (dueOn >= today ? [dueOn] : [])).sort();
    if (next) await this.timers.set(tx, { name: REPORT_DUE, key: unitCode, dueAt: startOfDay(addDays(next, 1)), clock: 'business' });
    else await this.timers.cancel(tx, REPORT_DUE, unitCode);
    return duties.filter(({ dueOn }) => dueOn < today);
  }
}
