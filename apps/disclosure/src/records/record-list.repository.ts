import { type CreditCode, type LocalDate, parseLocalDate } from '@chengxin/kernel';
import { decodeCursor, encodeCursor, type Page } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import { type RecordView } from './dto/record.view.js';
import { type Reach, reachOf, type ReadableKind } from './reach.js';
import { itemsFrom, recordJson } from './record-json.js';

/** Which part of an enterprise's records: the kinds that the reader may see, at most one item, those in force on a day. */
export type RecordListPart = {
  creditCode: CreditCode;
  today: LocalDate;
  /** The items with category and name, as JSON. */
  items: string;
  kinds: readonly ReadableKind[];
  unit?: string;
  item?: string;
  effectiveAt?: LocalDate;
  limit: number;
  after?: string;
};

/** A record with all its fields, and what decides which of them its reader sees. */
export type FoundRecord = { record: RecordView; reach: Reach; own: boolean };

type Cursor = { decidedOn: LocalDate; recordId: string };

const LIST: PreparedRead = {
  name: 'record-list',
  text: `
    select ${recordJson('r.fields', '$2')} as record, ${reachOf('$2')} as reach, r.source_unit_code is not distinct from $5 as own
      from records r join subjects s on s.credit_code = r.credit_code join ${itemsFrom('$3')} on i.item = r.item
     where r.credit_code = $1 and r.whole_version is not null
       and exists (select from json_to_recordset($4::json) as k (item text, reach text, own boolean)
                    where k.item = r.item and k.reach = ${reachOf('$2')} and k.own = (r.source_unit_code is not distinct from $5))
       and ($6::text is null or r.item = $6)
       and ($7::date is null or (r.effective_from <= $7 and coalesce(r.valid_until, 'infinity') >= $7
            and (r.state not in ('withdrawn', 'annulled') or r.ended_on > $7)))
       and ($8::date is null or (r.decided_on, r.record_id) < ($8, $9::uuid))
     order by r.decided_on desc, r.record_id desc limit $10`,
};

/** The records of an enterprise, latest decision first. */
@Injectable()
export class RecordListRepository {
  constructor(private readonly reads: PreparedReads) {}

  /** One page. Throws 400 for a cursor that is not ours. */
  async page(part: RecordListPart): Promise<Page<FoundRecord>> {
    const { limit } = part;
    const from: Partial<Cursor> = part.after ? decodeCursor(part.after, isCursor) : {};
    const found = await this.reads.rows<FoundRecord>(LIST, [
      ...[part.creditCode, part.today, part.items, JSON.stringify(part.kinds), part.unit ?? null],
      ...[part.item ?? null, part.effectiveAt ?? null, from.decidedOn ?? null, from.recordId ?? null, limit + 1],
    ]);
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
