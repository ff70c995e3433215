import {
  type CaseEffectsAwaitedV1,
  type Cause,
  type RatingReviewedV1,
  type RecordRepairedV1,
  SuggestionsReviewedV1,
} from '@chengxin/contracts';
import { type LocalDate } from '@chengxin/kernel';
import { type EvidenceRecord } from '@chengxin/law';
import { Outbox, type Received } from '@chengxin/messaging';
import { Clock, knownAt, LawInForce, type Transaction } from '@chengxin/platform';
import { moved, moves, type SuggestionMove, suggestions } from '@chengxin/verification';
import { Injectable } from '@nestjs/common';
import { RecordsRepository } from '../records/records.repository.js';
import { type ReviewRow } from './review.row.js';
import { ReviewsRepository } from './reviews.repository.js';

/** Looks at the suggestions of all domains again when a record ends, and answers for it. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly reviews: ReviewsRepository,
    private readonly records: RecordsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly lawInForce: LawInForce,
  ) {}

  /** A record was repaired: one half of the answer its case waits for. */
  async repaired(events: readonly Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    for (const { id, data } of events) {
      const found = await this.movesBy(tx, data.creditCode, data.recordId, 'repaired');
      const { caseId, creditCode, recordId } = data;
      await this.reviews.add(tx, { caseId, creditCode, recordId, repairedEventId: id, moves: found });
    }
    await this.announceWhole(tx, caseIdsOf(events));
  }

  /** A rating was reviewed: the other half, for each case among its causes. */
  async ratingReviewed(events: readonly Received<RatingReviewedV1>[], tx: Transaction): Promise<void> {
    const cases = events.flatMap(({ id, data }) =>
      data.causes.flatMap(({ caseId }) => (caseId ? [{ caseId, creditCode: data.creditCode, ratingEventId: id }] : [])),
    );
    for (const half of cases) await this.reviews.add(tx, half);
    await this.announceWhole(
      tx,
      cases.map(({ caseId }) => caseId),
    );
  }

  /** A case still waits for our answer: it is given again, as far as it is held. */
  async awaited(events: readonly Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    const asked = events.filter(({ data }) => data.missing.includes('suggestions-reviewed'));
    const reviews = await this.reviews.ofCases(tx, caseIdsOf(asked));
    for (const review of reviews) if (review.announcedAt) await this.announce(tx, review.creditCode, causesOf(review), review.moves ?? []);
  }

  /** A record ended otherwise than by repair: departments hear of it where a suggestion moved. */
  async ended(event: EndingEvent, state: EvidenceRecord['state'], before: LocalDate, tx: Transaction): Promise<void> {
    const { creditCode, recordId } = event.data;
    const found = await this.movesBy(tx, creditCode, recordId, state, before);
    if (moved(found)) await this.announce(tx, creditCode, [{ eventId: event.id, recordId }], found);
  }

  /** What moves when this one record turns from current into `state`; everything else stays as it is held. */
  private async movesBy(
    tx: Transaction,
    creditCode: string,
    recordId: string,
    state: EvidenceRecord['state'],
    before: LocalDate = this.clock.today(),
  ): Promise<SuggestionMove[]> {
    const today = this.clock.today();
    const domains = this.lawInForce.law.domains(today);
    const held = await this.records.evidence(tx, creditCode);
    const with_ = (as: EvidenceRecord['state']) => held.map((record) => (record.recordId === recordId ? { ...record, state: as } : record));
    return moves(suggestions(with_('current'), domains, before), suggestions(with_(state), domains, today));
  }

  private async announceWhole(tx: Transaction, caseIds: readonly string[]): Promise<void> {
    const reviews = await this.reviews.ofCases(tx, caseIds);
    const whole = reviews.filter((review) => review.repairedEventId && review.ratingEventId && !review.announcedAt);
    if (whole.length === 0) return;
    for (const review of whole) await this.announce(tx, review.creditCode, causesOf(review), review.moves ?? []);
    await this.reviews.announced(
      tx,
      whole.map(({ caseId }) => caseId),
      await knownAt(tx),
    );
  }

  private async announce(tx: Transaction, creditCode: string, causes: Cause[], domains: SuggestionMove[]): Promise<void> {
    const data: SuggestionsReviewedV1 = {
      creditCode,
      causes,
      domains,
      changed: moved(domains),
      reviewedOn: this.clock.today(),
      knownAt: (await knownAt(tx)).toISOString(),
    };
    await this.outbox.add(tx, { contract: SuggestionsReviewedV1, key: creditCode, data });
  }
}

/** A record-expired, -annulled or -withdrawn event, of which only the record matters here. */
export type EndingEvent = Pick<Received<{ creditCode: string; recordId: string }>, 'id' | 'data'>;

const caseIdsOf = (events: readonly Received<{ caseId: string }>[]): string[] => events.map(({ data }) => data.caseId);

function causesOf({ caseId, recordId, repairedEventId, ratingEventId }: ReviewRow): Cause[] {
  const record = recordId ? { recordId } : {};
  return [repairedEventId, ratingEventId].flatMap((eventId) => (eventId ? [{ eventId, caseId, ...record }] : []));
}
