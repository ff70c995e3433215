import { type CreditCode, type LocalDate } from '@chengxin/kernel';
import { applyVisibility, type CatalogueItem, type Reader } from '@chengxin/law';
import { Watermarks } from '@chengxin/messaging';
import { type Actor, Clock, LawInForce, problem, readerOf } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { itemsOf } from '../catalogue/public-catalogue.js';
import { ageOf } from '../database/age.js';
import { REFUSALS } from '../refusals.js';
import { SubjectsRepository } from '../subjects/subjects.repository.js';
import { type RecordPage, type RecordView } from './dto/record.view.js';
import { asSource, readable, readableKinds } from './reach.js';
import { type FoundRecord, type RecordListPart, RecordListRepository } from './record-list.repository.js';

/** Which records are asked for. */
export type RecordsAsked = { creditCode: CreditCode } & Pick<RecordListPart, 'item' | 'effectiveAt' | 'limit' | 'after'>;

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

  /** One page. A past day changes which records there are, not what may be seen of them. Throws 404 for an unknown enterprise. */
  async page(asked: RecordsAsked, actor: Actor): Promise<RecordPage> {
    const age = ageOf(this.watermarks);
    const today = this.clock.today();
    const catalogue = this.lawInForce.law.catalogue(today);
    const reader = readerOf(actor, asked.creditCode);
    const kinds = readableKinds(reader, catalogue, today);
    const { items, next } = await this.records.page({ ...asked, today, items: itemsOf(catalogue), kinds, unit: actor.unit });
    if (items.length === 0 && !(await this.subjects.knows(asked.creditCode))) {
      throw problem('disclosure.subject-unknown', { creditCode: asked.creditCode }, REFUSALS);
    }
    return { items: items.map((found) => seenBy(reader, found, catalogue, today)), ...(next && { next }), ...age };
  }
}

function seenBy(reader: Reader, { record, reach, own }: FoundRecord, catalogue: readonly CatalogueItem[], on: LocalDate): RecordView {
  const item = catalogue.find(({ code }) => code === record.item);
  if (!item) return { ...record, fields: {} };
  return { ...record, fields: applyVisibility(record.fields, readable(asSource(reader, own), item, reach, on), item) };
}
