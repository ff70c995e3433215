import type {
  RecordAnnulledV1,
  RecordCollectedV1,
  RecordCorrectedV1,
  RecordExpiredV1,
  RecordFulfilledV1,
  RecordRepairedV1,
  RecordWithdrawnV1,
} from '@chengxin/contracts';
import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode } from '@chengxin/law';
import type { Transaction } from '@chengxin/platform';
import type { Facts } from '@chengxin/rating';
import { Injectable } from '@nestjs/common';
import { grouped } from '../grouped.js';
import { factOf, RecordRow } from './record.row.js';

/** A whole record, new or corrected. */
export type Whole = RecordCollectedV1 | RecordCorrectedV1;

/** A fact about a record that is held and states its dates anew. */
export type Redated = RecordFulfilledV1 | RecordExpiredV1 | RecordRepairedV1;

const REMEMBER = `
  insert into records as r (record_id, credit_code, version, item, rating_class, valid_until, state, counted_until, shared_until)
  select distinct on ("recordId") "recordId", "creditCode", version, item, coalesce("ratingClass", class),
         fields ->> 'validUntil', fields ->> 'state', (publicity ->> 'countedUntil')::date, (publicity ->> 'sharedUntil')::date
    from jsonb_to_recordset($1::jsonb) as e ("recordId" uuid, "creditCode" text, version integer, item text, class text,
         "ratingClass" text, fields jsonb, publicity jsonb)
   order by "recordId", version desc
  on conflict (record_id) do update
    set version = excluded.version, rating_class = excluded.rating_class, valid_until = excluded.valid_until,
        state = excluded.state, counted_until = excluded.counted_until, shared_until = excluded.shared_until
  where r.version < excluded.version`;

const REDATE = `
  update records r
     set version = c.version, counted_until = (c.publicity ->> 'countedUntil')::date,
         shared_until = (c.publicity ->> 'sharedUntil')::date, repaired_on = coalesce(c."repairedOn", r.repaired_on)
    from (select distinct on ("recordId") *
            from jsonb_to_recordset($1::jsonb) as e ("recordId" uuid, version integer, publicity jsonb, "repairedOn" date)
           order by "recordId", version desc) c
   where r.record_id = c."recordId" and r.version < c.version`;

const TAKE_BACK = `
  update records r
     set version = c.version, taken_back = true
    from jsonb_to_recordset($1::jsonb) as c ("recordId" uuid, version integer)
   where r.record_id = c."recordId" and r.version < c.version`;

const WITHHELD = `
  select distinct item from records
   where record_id = any($1) and (taken_back or repaired_on is not null or shared_until < $2)`;

/** The copies of records. */
@Injectable()
export class RecordsRepository {
  /** Takes whole records in, of each the newest. */
  async remember(tx: Transaction, records: readonly Whole[]): Promise<void> {
    await tx.query(REMEMBER, [JSON.stringify(records)]);
  }

  /** Gives records that are held their new dates. */
  async redate(tx: Transaction, facts: readonly Redated[]): Promise<void> {
    await tx.query(REDATE, [JSON.stringify(facts)]);
  }

  /** Marks records that were withdrawn or annulled: they are no facts any more. */
  async takeBack(tx: Transaction, facts: readonly (RecordWithdrawnV1 | RecordAnnulledV1)[]): Promise<void> {
    await tx.query(TAKE_BACK, [JSON.stringify(facts)]);
  }

  /** The items of those of these records that are not shared any more on a day: ended, taken back or repaired. */
  async withheld(tx: Transaction, recordIds: readonly string[], on: LocalDate): Promise<ItemCode[]> {
    if (recordIds.length === 0) return [];
    return (await tx.query<{ item: ItemCode }[]>(WITHHELD, [recordIds, on])).map(({ item }) => item);
  }

  /** The facts of each of these enterprises from a day on, in a fixed order; one without records has none. */
  async factsOf(tx: Transaction, creditCodes: readonly string[], from: LocalDate): Promise<Map<string, Facts>> {
    const rows = await tx
      .createQueryBuilder(RecordRow, 'r')
      .where('r.credit_code = any(:creditCodes)', { creditCodes })
      .andWhere('not r.taken_back and (r.counted_until is null or r.counted_until >= :from)', { from })
      .orderBy('r.record_id')
      .getMany();
    const byCode = grouped(rows, ({ creditCode }) => creditCode);
    return new Map(creditCodes.map((creditCode) => [creditCode, { records: (byCode.get(creditCode) ?? []).map(factOf) }]));
  }
}
