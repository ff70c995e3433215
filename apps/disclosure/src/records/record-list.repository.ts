import { type CreditCode, type LocalDate, parseLocalDate } from '@chengxin/kernel';
import { decodeCursor, encodeCursor, type Moment, type Page } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import { type RecordView } from './dto/record.view.js';
import { isShown, type Reach, reachOf, type ReadableKind } from './reach.js';
import { itemsFrom, recordJson } from './record-json.js';
import { recordsKnown } from './record-versions.js';

/** Which part of an enterprise's records: the kinds that the reader may see today, at most one item, as of a past moment. */
export type RecordListPart = {
  creditCode: CreditCode;
  today: LocalDate;
  /** The items with category and name, as JSON. */
  items: string;
  kinds: readonly ReadableKind[];
  unit: string | undefined;
  item?: string | undefined;
  moment: Moment | undefined;
  limit: number;
  after?: string | undefined;
};

/** A record with all its fields, and what decides which of them its reader sees. */
export type FoundRecord = { record: RecordView; reach: Reach; own: boolean };

type Cursor = { decidedOn: LocalDate; recordId: string };

const IS_OWN = `(r.source_unit_code is not distinct from $5)`;

const MAY_BE_SEEN = `
  exists (select from json_to_recordset($4::json) as k (item text, reach text, own boolean)
           where k.item = r.item and k.reach = ${reachOf('$2')} and k.own = ${IS_OWN})`;

const IS_ON_PAGE = `
  ($6::text is null or r.item = $6) and ($7::date is null or (r.decided_on, r.record_id) < ($7, $8::uuid))
  order by r.decided_on desc, r.record_id desc limit $9`;

const LIST: PreparedRead = {
  name: 'record-list',
  text: `
    select ${recordJson('r.fields', isShown('$2'))} as record, ${reachOf('$2')} as reach, ${IS_OWN} as own
      from records r join subjects s on s.credit_code = r.credit_code join ${itemsFrom('$3')} on i.item = r.item
     where r.credit_code = $1 and r.whole_version is not null and ${MAY_BE_SEEN} and ${IS_ON_PAGE}`,
};

/** The facts are those of the moment, the rights today's: what may be seen of a record is asked of the record as it stands. */
const PAST_LIST: PreparedRead = {
  name: 'past-record-list',
  text: `
    with seen as materialized (
      select r.record_id, ${isShown('$2')} as shown, ${reachOf('$2')} as reach, ${IS_OWN} as own
        from records r join subjects s on s.credit_code = r.credit_code where r.credit_code = $1 and ${MAY_BE_SEEN}
    )
    select ${recordJson('r.fields', 'seen.shown')} as record, seen.reach, seen.own
      from ${recordsKnown({ creditCode: '$1', knownAt: '$10', effectiveAt: '$11::date' })} r
      join seen on seen.record_id = r.record_id join ${itemsFrom('$3')} on i.item = r.item
     where ${IS_ON_PAGE}`,
};

/** The records of an enterprise, latest decision first. */
@Injectable()
export class RecordListRepository {
  constructor(private readonly reads: PreparedReads) {}

  /** One page. Throws 400 for a cursor that is not ours. */
  async page(part: RecordListPart): Promise<Page<FoundRecord>> {
    const { limit, moment } = part;
    const from: Partial<Cursor> = part.after ? decodeCursor(part.after, isCursor) : {};
    const values = [part.creditCode, part.today, part.items, JSON.stringify(part.kinds), part.unit, part.item];
    values.push(from.decidedOn, from.recordId, String(limit + 1));
    const found = moment
      ? await this.reads.rows<FoundRecord>(PAST_LIST, [...values, moment.knownAt, moment.effectiveAt])
      : await this.reads.rows<FoundRecord>(LIST, values);
    const items = found.slice(0, limit);
    const last = items.at(-1)?.record;
    if (found.length <= limit || !last) return { items };
    return { items, next: encodeCursor({ decidedOn: last.decidedOn, recordId: last.recordId }) };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null || !('decidedOn' in value) || !('recordId' in value)) return false;
  const { decidedOn, recordId } = value;
  return typeof decidedOn === 'string' && !!parseLocalDate(decidedOn) && typeof recordId === 'string' && UUID.test(recordId);
}
