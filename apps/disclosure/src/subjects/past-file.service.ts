import { type CreditCode, type LocalDate } from '@chengxin/kernel';
import { Watermarks } from '@chengxin/messaging';
import { Clock, type Moment, type MomentAsked, momentOf, momentView, namesMoment, problem } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { PublicCatalogue, type PublicView } from '../catalogue/public-catalogue.js';
import { ageOf, completeUntil } from '../database/age.js';
import { factsOf } from '../records/record-versions.js';
import { REFUSALS } from '../refusals.js';
import { MOST_RECORDS } from './credit-file.repository.js';
import { type CreditFile } from './credit-file.service.js';
import { type PastFile, PastFileRepository } from './past-file.repository.js';

/** Gives the public credit files of past moments: the facts of then, as far as they are published today. */
@Injectable()
export class PastFileService {
  constructor(
    private readonly files: PastFileRepository,
    private readonly catalogue: PublicCatalogue,
    private readonly watermarks: Watermarks,
    private readonly clock: Clock,
  ) {}

  /** The file of an enterprise at a moment; undefined where none is asked for. Throws as `momentOf`, and 404 for one not known then. */
  async find(creditCode: CreditCode, asked: MomentAsked): Promise<CreditFile | undefined> {
    if (!namesMoment(asked)) return undefined;
    const age = ageOf(this.watermarks, creditCode);
    const today = this.clock.today();
    const moment = momentOf(asked, { today, knownAt: completeUntil(this.watermarks, creditCode) });
    if (!moment) return undefined;
    const view = this.catalogue.today();
    const found = await this.files.find(creditCode, moment, today, view);
    if (!found) throw problem('disclosure.subject-unknown-then', { creditCode, knownAt: moment.knownAt.toISOString() }, REFUSALS);
    return { members: JSON.stringify(documentOf(found, view, moment, today)).slice(1, -1), age };
  }
}

function documentOf({ subject, counts, records }: PastFile, view: PublicView, moment: Moment, today: LocalDate): object {
  const { version, register, registeredAsOf, registeredBy, ...named } = subject;
  const registration = view.of('subject-register', register) ?? {};
  const seen = records.map((record) => ({ ...record, fields: view.of(record.item, record.fields) ?? {} }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const stated = { ...named, registration, registeredAsOf, registeredBy };
  const numbers = Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ item, count }) => [item, count]));
  return {
    ...stated,
    counts,
    records: seen,
    moreRecords: all > MOST_RECORDS,
    moment: momentView(moment, today, { ...stated, version, counts: numbers, records: seen.map(factsOf) }),
  };
}
