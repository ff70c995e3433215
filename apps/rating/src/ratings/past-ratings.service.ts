import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode, Reader } from '@chengxin/law';
import { Watermarks } from '@chengxin/messaging';
import { inTransaction, lock, type Moment, type MomentAsked, momentOf, momentView, type MomentView, problem } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecordsRepository } from '../records/records.repository.js';
import { REFUSALS } from '../refusals.js';
import { factsOf } from './dto/rating.dto.js';
import type { RatingRow } from './rating.row.js';
import { RatingsRepository } from './ratings.repository.js';
import { RightsOfToday } from './rights-of-today.js';

/** A rating of a past moment, with what the answer says of that. */
export type PastRating = { rating: RatingRow; moment: MomentView };

/** Gives ratings of past moments. A past moment changes the facts, not the rights. */
@Injectable()
export class PastRatingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ratings: RatingsRepository,
    private readonly records: RecordsRepository,
    private readonly watermarks: Watermarks,
    private readonly today: RightsOfToday,
  ) {}

  /**
   * The rating that was in force on the day, of those known at the instant; undefined where no moment is asked for. Throws as
   * `momentOf`, and 404 where there was none, or none that the reader may see today.
   */
  async find(creditCode: string, asked: MomentAsked, reader: Reader): Promise<PastRating | undefined> {
    const { day } = this.today;
    const { asOf, parked } = this.watermarks.asOf(['registry']);
    const moment = momentOf(asked, { today: day, knownAt: parked(creditCode) ? undefined : asOf }); // what waits may still say more of it
    if (!moment) return undefined;
    const { rating, withheld } = await this.read(creditCode, moment, day);
    if (!rating || !withheld.every((item) => this.today.seesWithheld(reader, item))) {
      throw problem('rating.not-rated-then', { creditCode, knownAt: moment.knownAt.toISOString() }, REFUSALS);
    }
    return { rating, moment: momentView(moment, day, factsOf(rating)) };
  }

  /** Under the lock of the enterprise: whoever was writing a rating known by then has committed it. */
  private read(creditCode: string, moment: Moment, on: LocalDate): Promise<{ rating: RatingRow | undefined; withheld: ItemCode[] }> {
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, creditCode);
      const rating = await this.ratings.findAt(tx, creditCode, moment);
      const recordIds = rating?.contributions.flatMap((reason) => reason.recordIds) ?? [];
      return { rating, withheld: await this.records.withheld(tx, recordIds, on) };
    });
  }
}
