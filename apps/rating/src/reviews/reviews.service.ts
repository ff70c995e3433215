import { type CaseEffectsAwaitedV1, type Cause, RatingReviewedV1, type RecordRepairedV1 } from '@chengxin/contracts';
import { Outbox, type OutgoingEvent, type Received } from '@chengxin/messaging';
import { Clock, knownAt, type Transaction } from '@chengxin/platform';
import { moved } from '@chengxin/rating';
import { Injectable } from '@nestjs/common';
import { grouped } from '../grouped.js';
import { modelOf } from '../ratings/rating.row.js';
import { RatingsService, type Reconsidered } from '../ratings/ratings.service.js';
import type { Finding, ReviewRow } from './review.row.js';
import { ReviewsRepository } from './reviews.repository.js';

/** A record-repaired, -expired, -withdrawn or -annulled event, of which only the record and its case matter here. */
export type EndingEvent = Pick<
  Received<Pick<RecordRepairedV1, 'creditCode' | 'recordId'> & Partial<Pick<RecordRepairedV1, 'caseId'>>>,
  'id' | 'data'
>;

/** Answers every ending of a record: the rating was looked at again, and this is what came of it, changed or not. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly reviews: ReviewsRepository,
    private readonly ratings: RatingsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Records ended: looks again and answers, for enterprises that are not known yet once they are. */
  async ended(events: readonly EndingEvent[], tx: Transaction): Promise<void> {
    const opened = events.map(({ id, data: { creditCode, recordId, caseId } }) => ({
      eventId: id,
      creditCode,
      recordId,
      caseId: caseId ?? null,
    }));
    await this.reviews.open(tx, opened);
    const byCode = grouped(opened, ({ creditCode }) => creditCode);
    const causes = new Map([...byCode].map(([creditCode, of]) => [creditCode, of.map(causeOf)]));
    await this.finish(tx, await this.ratings.reconsider(tx, causes));
  }

  /** Answers what is still unanswered of these enterprises; one answer for each, which names all it covers. */
  async finish(tx: Transaction, outcomes: readonly Reconsidered[]): Promise<void> {
    const byCode = new Map(outcomes.map((outcome) => [outcome.after.creditCode, outcome]));
    const open = await this.reviews.unanswered(tx, [...byCode.keys()]);
    const findings = [...grouped(open, ({ creditCode }) => creditCode)].flatMap(([creditCode, rows]) => {
      const outcome = byCode.get(creditCode);
      return outcome ? [{ creditCode, rows, finding: this.findingOf(outcome) }] : [];
    });
    if (findings.length === 0) return;
    const at = await knownAt(tx);
    const events = findings.map(({ creditCode, rows, finding }) => reviewed(creditCode, rows.map(causeOf), finding, at));
    await this.outbox.add(tx, events);
    await this.reviews.answered(
      tx,
      findings.map(({ rows, finding }) => ({ eventIds: rows.map(({ eventId }) => eventId), finding })),
    );
  }

  /** Cases still wait for our answer: it is given again where it was given; else it comes with what it waits for. */
  async awaited(events: readonly Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    const asked = events.filter(({ data }) => data.missing.includes('rating-reviewed'));
    if (asked.length === 0) return;
    const byCase = grouped(
      await this.reviews.ofCases(
        tx,
        asked.map(({ data }) => data.caseId),
      ),
      ({ caseId }) => caseId,
    );
    const at = await knownAt(tx);
    const answers = asked.flatMap(({ id, data }) => {
      const again: Cause = { eventId: id, caseId: data.caseId, recordId: data.recordId };
      return (byCase.get(data.caseId) ?? []).flatMap((row) =>
        row.finding ? [reviewed(row.creditCode, [causeOf(row), again], row.finding, at)] : [],
      );
    });
    await this.outbox.add(tx, answers);
  }

  private findingOf({ before, after }: Reconsidered): Finding {
    const now = { grade: after.grade, score: after.score };
    return {
      ...(before ? { before: { grade: before.grade, score: before.score } } : {}),
      after: now,
      changed: moved(before, now),
      model: modelOf(after),
      reviewedOn: this.clock.today(),
    };
  }
}

const causeOf = ({ eventId, caseId, recordId }: Pick<ReviewRow, 'eventId' | 'caseId' | 'recordId'>): Cause => ({
  eventId,
  ...(caseId ? { caseId } : {}),
  recordId,
});

const reviewed = (creditCode: string, causes: Cause[], finding: Finding, at: Date): OutgoingEvent<RatingReviewedV1> => ({
  contract: RatingReviewedV1,
  key: creditCode,
  data: { creditCode, causes, ...finding, knownAt: at.toISOString() },
});
