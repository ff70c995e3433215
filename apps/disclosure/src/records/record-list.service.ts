import { type CreditCode, type LocalDate } from '@chengxin/kernel';
import { applyVisibility, type CatalogueItem, type Reader } from '@chengxin/law';
import { ofMoment, type Seen, Watermarks } from '@chengxin/messaging';
import { Clock, LawInForce, type Look, type MomentAsked, momentOf, momentView, problem } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { itemsOf } from '../catalogue/public-catalogue.js';
import { ageOf, completeUntil } from '../database/age.js';
import { REFUSALS } from '../refusals.js';
import { SubjectsRepository } from '../subjects/subjects.repository.js';
import { type RecordPage, type RecordView } from './dto/record.view.js';
import { asSource, readable, readableKinds } from './reach.js';
import { factsOf } from './record-versions.js';
import { type FoundRecord, type RecordListPart, RecordListRepository } from './record-list.repository.js';

/** Which records are asked for, and of which moment. */
export type RecordsAsked = { creditCode: CreditCode } & Pick<RecordListPart, 'item' | 'limit' | 'after'> & MomentAsked;

/** Lists the records of an enterprise, each as far as its reader may see it today. */
@Injectable()
export class RecordListService {
  constructor(
    private readonly records: RecordListRepository,
    private readonly subjects: SubjectsRepository,
    private readonly watermarks: Watermarks,
    private readonly lawInForce: LawInForce,
    private readonly clock: Clock,
  ) {}

  /**
   * One page, and what of it is not the reader's own unit's. A past moment changes the facts, not the rights.
   * Throws as `momentOf`, and 404 for an unknown enterprise.
   */
  async page(asked: RecordsAsked, look: Look): Promise<{ page: RecordPage; seen: Seen }> {
    const age = ageOf(this.watermarks, asked.creditCode);
    const today = this.clock.today();
    const moment = momentOf(asked, { today, knownAt: completeUntil(this.watermarks, asked.creditCode) });
    const catalogue = this.lawInForce.law.catalogue(today);
    const reader = look.readerOf(asked.creditCode);
    const kinds = readableKinds(reader, catalogue, today);
    const { creditCode, item, limit, after } = asked;
    const part = { creditCode, item, limit, after, moment, today, items: JSON.stringify(itemsOf(catalogue)), kinds, unit: reader.unit };
    const { items: found, next } = await this.records.page(part);
    if (found.length === 0 && !(await this.subjects.knows(creditCode))) {
      throw problem('disclosure.subject-unknown', { creditCode }, REFUSALS);
    }
    const items = found.map((record) => seenBy(reader, record, catalogue, today));
    const page: RecordPage = {
      items,
      ...(next && { next }),
      ...age,
      ...(moment && { moment: momentView(moment, today, items.map(factsOf)) }),
    };
    return { page, seen: { ...seenOf(creditCode, found), ...ofMoment(page.moment) } };
  }
}

/** What a reader looks at beyond what its own unit supplied. */
const seenOf = (creditCode: CreditCode, found: readonly FoundRecord[]): Seen => ({
  creditCode,
  what: 'records',
  shown: found.filter(({ own }) => !own).map(({ record: { recordId, version } }) => ({ kind: 'record', id: recordId, version })),
});

function seenBy(reader: Reader, { record, reach, own }: FoundRecord, catalogue: readonly CatalogueItem[], on: LocalDate): RecordView {
  const item = catalogue.find(({ code }) => code === record.item);
  if (!item) return { ...record, fields: {} };
  return { ...record, fields: applyVisibility(record.fields, readable(asSource(reader, own), item, reach, on), item) };
}
