import { type Cause, RatingAssignedV1 } from '@chengxin/contracts';
import { endOfDay, type LocalDate } from '@chengxin/kernel';
import { Outbox } from '@chengxin/messaging';
import { type DueTimer, knownAt, type NewTimer, OnTimer, Timers, type Transaction } from '@chengxin/platform';
import { changesAfter, differs } from '@chengxin/rating';
import { Injectable } from '@nestjs/common';
import { type Look, Rater } from './rater.js';
import { assignedOf, ratingOf, type RatingRow } from './rating.row.js';
import { RatingsRepository } from './ratings.repository.js';

/** An enterprise's rating before and after it was looked at again; the same row when nothing changed. */
export interface Reconsidered {
  before: RatingRow | undefined;
  after: RatingRow;
}

const CHANGES = 'rating-changes';

/** Rates enterprises anew, and again by itself on the day when a record no longer counts. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly rater: Rater,
    private readonly ratings: RatingsRepository,
    private readonly outbox: Outbox,
    private readonly timers: Timers,
  ) {}

  /**
   * Looks again at these enterprises, stores and announces each rating that differs from the last, and gives what came
   * of all that are known.
   */
  async reconsider(tx: Transaction, causes: ReadonlyMap<string, Cause[]>): Promise<Reconsidered[]> {
    const looks = await this.rater.look(tx, [...causes.keys()]);
    if (looks.length === 0) return [];
    const at = await knownAt(tx);
    const outcomes = looks.map((look) => ({ before: look.before, after: afterOf(look, causes.get(look.creditCode) ?? [], at) }));
    const assigned = outcomes.filter(({ before, after }) => after !== before);
    await this.ratings.add(
      tx,
      assigned.map(({ after }) => after),
    );
    await this.outbox.add(
      tx,
      assigned.map(({ before, after }) => ({ contract: RatingAssignedV1, key: after.creditCode, data: assignedOf(after, before) })),
    );
    await this.keepTimers(tx, looks);
    return outcomes;
  }

  /** A record of the enterprise no longer counts since this day. */
  @OnTimer(CHANGES)
  async changed({ key }: DueTimer, tx: Transaction): Promise<void> {
    await this.reconsider(tx, new Map([[key, []]]));
  }

  private async keepTimers(tx: Transaction, looks: readonly Look[]): Promise<void> {
    const days = looks.map(({ creditCode, facts, rating }) => [creditCode, changesAfter(facts, rating.on)] as const);
    const timers = days.flatMap(([key, last]) => (last ? [timerOf(key, last)] : []));
    const none = days.flatMap(([key, last]) => (last ? [] : [key]));
    await this.timers.set(tx, ...timers);
    await this.timers.cancel(tx, CHANGES, ...none);
  }
}

const timerOf = (key: string, last: LocalDate): NewTimer => ({ name: CHANGES, key, dueAt: endOfDay(last), clock: 'business' });

function afterOf({ creditCode, before, facts, rating, model }: Look, causes: Cause[], at: Date): RatingRow {
  if (before && !differs(ratingOf(before), rating)) return before;
  const { scale, grade, score, maximum, contributions, on } = rating;
  return {
    creditCode,
    position: (before?.position ?? 0) + 1,
    modelId: rating.model.id,
    modelVersion: rating.model.version,
    modelDigest: model.digest,
    scale,
    grade,
    score,
    maximum,
    contributions,
    facts,
    causes,
    ratedOn: on,
    knownAt: before && before.knownAt > at ? before.knownAt : at,
  };
}
