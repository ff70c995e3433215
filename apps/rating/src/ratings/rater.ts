import { Clock, type Transaction } from '@chengxin/platform';
import { type Facts, rate, type Rating } from '@chengxin/rating';
import { Injectable } from '@nestjs/common';
import { Models, type PublishedModel } from '../models/models.js';
import { RecordsRepository } from '../records/records.repository.js';
import { SubjectsRepository } from '../subjects/subjects.repository.js';
import type { RatingRow } from './rating.row.js';
import { RatingsRepository } from './ratings.repository.js';

/** An enterprise looked at again: its last rating, its facts, and what they give today. */
export interface Look {
  creditCode: string;
  before: RatingRow | undefined;
  facts: Facts;
  rating: Rating;
  model: PublishedModel;
}

/** Looks at enterprises: loads what is held and asks the library. */
@Injectable()
export class Rater {
  constructor(
    private readonly subjects: SubjectsRepository,
    private readonly records: RecordsRepository,
    private readonly ratings: RatingsRepository,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** A look at each of these enterprises that the register knows; the others are looked at when it does. */
  async look(tx: Transaction, creditCodes: readonly string[]): Promise<Look[]> {
    const known = await this.subjects.known(tx, creditCodes);
    if (known.length === 0) return [];
    const today = this.clock.today();
    const model = this.models.inForce(today);
    const facts = await this.records.factsOf(tx, known, today);
    const latest = await this.ratings.latest(tx, known);
    return [...facts].map(([creditCode, held]) => ({
      creditCode,
      before: latest.get(creditCode),
      facts: held,
      rating: rate(held, model.model, today),
      model,
    }));
  }
}
