import {
  type RecordAnnulledV1,
  type RecordCollectedV1,
  type RecordCorrectedV1,
  type RecordExpiredV1,
  type RecordFulfilledV1,
  type RecordRepairedV1,
  type RecordWithdrawnV1,
} from '@chengxin/contracts';
import { type EvidenceRecord } from '@chengxin/law';
import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { evidenceOf, RecordRow } from './record.row.js';

/** A whole record, new or corrected. */
export type Whole = RecordCollectedV1 | RecordCorrectedV1;

/** A fact about a record that is held; what it does not say stays. */
export type Change = RecordFulfilledV1 | RecordExpiredV1 | RecordRepairedV1 | RecordWithdrawnV1 | RecordAnnulledV1;

const REMEMBER = `
  insert into records as r (record_id, credit_code, version, item, class, decided_on, counted_until, fulfilment)
  select distinct on ("recordId") "recordId", "creditCode", version, item, coalesce("ratingClass", class), "decidedOn",
         (publicity ->> 'countedUntil')::date, fulfilment
    from jsonb_to_recordset($1::jsonb) as e ("recordId" uuid, "creditCode" text, version integer, item text, class text,
         "ratingClass" text, "decidedOn" date, publicity jsonb, fulfilment text)
   order by "recordId", version desc
  on conflict (record_id) do update
    set version = excluded.version, class = excluded.class, decided_on = excluded.decided_on,
        counted_until = excluded.counted_until, fulfilment = excluded.fulfilment
  where r.version < excluded.version`;

const CHANGE = `
  update records r
     set version = c.version, state = coalesce($2, r.state), fulfilment = coalesce($3, r.fulfilment),
         counted_until = case when c.publicity is null then r.counted_until else (c.publicity ->> 'countedUntil')::date end
    from (select distinct on ("recordId") * from jsonb_to_recordset($1::jsonb) as e ("recordId" uuid, version integer, publicity jsonb)
           order by "recordId", version desc) c
   where r.record_id = c."recordId" and r.version < c.version`;

/** What a kind of fact makes of a record. */
export type Becomes = { state?: EvidenceRecord['state']; fulfilment?: EvidenceRecord['fulfilment'] };

/** The copies of records. */
@Injectable()
export class RecordsRepository {
  /** Takes whole records in, of each the newest. */
  async remember(tx: Transaction, records: readonly Whole[]): Promise<void> {
    await tx.query(REMEMBER, [JSON.stringify(records)]);
  }

  /** Changes records that are held; their dates follow the event's where it carries them. */
  async change(tx: Transaction, changes: readonly Change[], { state, fulfilment }: Becomes = {}): Promise<void> {
    await tx.query(CHANGE, [JSON.stringify(changes), state ?? null, fulfilment ?? null]);
  }

  /** All that is held about an enterprise, in a fixed order. */
  async evidence(db: EntityManager | DataSource['manager'], creditCode: string): Promise<EvidenceRecord[]> {
    const rows = await db.find(RecordRow, { where: { creditCode }, order: { recordId: 'ASC' } });
    return rows.map(evidenceOf);
  }
}
