import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { StoppageRow } from './stoppage.row.js';

/** A stoppage that its case begins to wait for. */
export type NewStoppage = Pick<StoppageRow, 'caseId' | 'recordId' | 'creditCode' | 'repairedEventId' | 'lastShownOn'>;

/** A repair that is said again keeps what was answered, and names the newest event as cause. */
const ADD = `
  insert into stoppages as s (case_id, record_id, credit_code, repaired_event_id, last_shown_on)
  select distinct on ("caseId") "caseId", "recordId", "creditCode", "repairedEventId", "lastShownOn"
    from rows from (json_to_recordset($1::json) as ("caseId" uuid, "recordId" uuid, "creditCode" text, "repairedEventId" uuid,
         "lastShownOn" date)) with ordinality as e ("caseId", "recordId", "creditCode", "repairedEventId", "lastShownOn", n)
   order by "caseId", n desc
  on conflict (case_id) do update set repaired_event_id = excluded.repaired_event_id`;

const KNOWN = `
  select s.case_id as "caseId" from stoppages s join records r on r.record_id = s.record_id
   where s.case_id = any($1::uuid[]) and r.whole_version is not null`;

const WAITING = `select case_id as "caseId" from stoppages where record_id = any($1::uuid[]) and answered_at is null`;

type Found = { caseId: string }[];

/** The stoppages that repair cases wait for. */
@Injectable()
export class StoppagesRepository {
  /** Adds stoppages. */
  async add(tx: Transaction, stoppages: readonly NewStoppage[]): Promise<void> {
    await tx.query(ADD, [JSON.stringify(stoppages)]);
  }

  /** Of these cases those whose record is known here, so that they can be answered. */
  async answerable(tx: Transaction, caseIds: readonly string[]): Promise<StoppageRow[]> {
    const known = await tx.query<Found>(KNOWN, [caseIds]);
    return tx.find(StoppageRow, { where: { caseId: In(known.map(({ caseId }) => caseId)) }, order: { caseId: 'ASC' } });
  }

  /** The cases that wait for these records to become known. */
  async waiting(tx: Transaction, recordIds: readonly string[]): Promise<string[]> {
    return (await tx.query<Found>(WAITING, [recordIds])).map(({ caseId }) => caseId);
  }

  /** Writes down what was answered for a case. */
  async answered(tx: Transaction, { caseId, notShownSince, stoppedOn, answeredAt }: StoppageRow): Promise<void> {
    await tx.update(StoppageRow, { caseId }, { notShownSince, stoppedOn, answeredAt });
  }
}
