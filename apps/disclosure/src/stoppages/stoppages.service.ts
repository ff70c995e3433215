import { type CaseEffectsAwaitedV1, PublicationStoppedV1, type RecordRepairedV1, type RecordState } from '@chengxin/contracts';
import { endOfDay, localDate, type LocalDate } from '@chengxin/kernel';
import { dataOf, Outbox, type OutgoingEvent, type Received } from '@chengxin/messaging';
import { Clock, knownAt, type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { RecordsRepository } from '../records/records.repository.js';
import { type StoppageRow } from './stoppage.row.js';
import { StoppagesRepository } from './stoppages.repository.js';

const MS = 1_000;

/** A stoppage with its answer. */
type Settled = StoppageRow & { stoppedOn: LocalDate; answeredAt: Date };

/** Answers repairs: since when a record is on no public page, once the own copy has changed. */
@Injectable()
export class StoppagesService {
  constructor(
    private readonly stoppages: StoppagesRepository,
    private readonly records: RecordsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Records were repaired. The copy is changed before the answer, whichever handler of the event comes first. */
  async repaired(events: readonly Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    await this.records.repair(tx, dataOf(events));
    const begun = events.map(({ id, data: { caseId, recordId, creditCode, shownEndedOn } }) => {
      return { caseId, recordId, creditCode, repairedEventId: id, lastShownOn: shownEndedOn ? localDate(shownEndedOn) : null };
    });
    await this.stoppages.add(tx, begun);
    await this.answer(tx, caseIdsOf(events));
  }

  /** Records came: cases that were repaired before their record was known here can be answered now. */
  async recordsCame(events: readonly Received<RecordState>[], tx: Transaction): Promise<void> {
    const caseIds = await this.stoppages.waiting(
      tx,
      events.map(({ data }) => data.recordId),
    );
    if (caseIds.length === 0) return;
    await this.records.remember(tx, dataOf(events));
    await this.answer(tx, caseIds);
  }

  /** Cases still wait for our answer: it is given again, as far as it is held. */
  async awaited(events: readonly Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    await this.answer(tx, caseIdsOf(events.filter(({ data }) => data.missing.includes('publication-stopped'))));
  }

  private async answer(tx: Transaction, caseIds: readonly string[]): Promise<void> {
    const found = await this.stoppages.answerable(tx, caseIds);
    if (found.length === 0) return;
    const now = await knownAt(tx);
    const settled = found.map((stoppage) => this.settle(stoppage, now));
    for (const stoppage of settled) await this.stoppages.answered(tx, stoppage);
    await this.outbox.add(
      tx,
      settled.map((stoppage) => eventOf(stoppage, now)),
    );
  }

  /** An answer that was given stays as it was. What the calendar had ended before the repair was shown no longer since that day's end. */
  private settle(stoppage: StoppageRow, now: Date): Settled {
    const { stoppedOn, answeredAt, lastShownOn } = stoppage;
    if (stoppedOn && answeredAt) return { ...stoppage, stoppedOn, answeredAt };
    const ended = lastShownOn && new Date(endOfDay(lastShownOn).getTime() - this.clock.offsetSeconds * MS);
    return { ...stoppage, notShownSince: ended && (ended < now ? ended : now), stoppedOn: this.clock.today(), answeredAt: now };
  }
}

function eventOf(stoppage: Settled, now: Date): OutgoingEvent<PublicationStoppedV1> {
  const { caseId, recordId, creditCode, repairedEventId, notShownSince, stoppedOn } = stoppage;
  const data: PublicationStoppedV1 = {
    recordId,
    creditCode,
    causes: [{ eventId: repairedEventId, caseId, recordId }],
    ...(notShownSince && { notShownSince: notShownSince.toISOString() }),
    neverShown: notShownSince === null,
    stoppedOn,
    knownAt: now.toISOString(),
  };
  return { contract: PublicationStoppedV1, key: creditCode, data };
}

const caseIdsOf = (events: readonly Received<{ caseId: string }>[]): string[] => [...new Set(events.map(({ data }) => data.caseId))];
