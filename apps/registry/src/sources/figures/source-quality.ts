import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@chengxin/kernel';
import { LawInForce, type Transaction } from '@chengxin/platform';
import { type CreditRecord, tallyOf, timelinessOn, workingDaysUntil } from '@chengxin/registry';
import type { IncomingRow, Report, RowOutcome } from '../../intake/row.js';
import { FiguresRepository, type Overturned } from './figures.repository.js';

/** The quality of what sources report, added up in the very transaction that takes it in, so that a killed load counts nothing twice. */
@Injectable()
export class SourceQuality {
  private counted?: { today: LocalDate; until: (from: LocalDate) => number };

  constructor(
    private readonly figures: FiguresRepository,
    private readonly law: LawInForce,
  ) {}

  /** Adds rows that were taken in, each with its outcome in the order given; the last statement of what is written about them. */
  async tally(
    tx: Transaction,
    rows: readonly IncomingRow[],
    outcomes: readonly RowOutcome[],
    { item, unit, today }: Report,
  ): Promise<void> {
    const tallied = rows.flatMap(({ fields }, at) => {
      const outcome = outcomes[at]?.outcome;
      return outcome ? [{ fields, outcome }] : [];
    });
    const tally = tallyOf(tallied, item, timelinessOn(this.law.law, { item, today }, this.daysUntil(today)));
    await this.figures.add(tx, { unitCode: unit.code, item: item.code, on: today }, tally);
  }

  /** Counts a record that its source took back or whose decision was annulled, in the month of that. */
  async overturned(tx: Transaction, { sourceUnit, item }: CreditRecord, how: Overturned, today: LocalDate): Promise<void> {
    await this.figures.add(tx, { unitCode: sourceUnit.code, item, on: today }, { [how]: 1 });
  }

  /** The working days up to a day, counted once for the day and not for each chunk. */
  private daysUntil(today: LocalDate): (from: LocalDate) => number {
    if (this.counted?.today !== today) this.counted = { today, until: workingDaysUntil(today, this.law.law.calendar) };
    return this.counted.until;
  }
}
