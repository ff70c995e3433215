import { type LocalDate } from '@chengxin/kernel';
import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';

/** The entry of a repaired record, which its case waits for. */
export type CaseEntry = { caseId: string; eventId: string; position: number; recordId: string; creditCode: string; writtenOn: LocalDate };

const ADD = `
  insert into case_entries (case_id, event_id, position, record_id, credit_code, written_on)
  select "caseId", "eventId", position, "recordId", "creditCode", "writtenOn"
    from json_to_recordset($1::json) as e ("caseId" uuid, "eventId" uuid, position bigint, "recordId" uuid, "creditCode" text,
         "writtenOn" date)`;

const NEWEST = `
  select distinct on (case_id) case_id as "caseId", event_id as "eventId", position::double precision, record_id as "recordId",
         credit_code as "creditCode", written_on as "writtenOn"
    from case_entries where case_id = any($1::uuid[]) order by case_id, case_entries.position desc`;

/** The entries that repair cases wait for. */
@Injectable()
export class CaseEntriesRepository {
  async add(tx: Transaction, entries: readonly CaseEntry[]): Promise<void> {
    await tx.query(ADD, [JSON.stringify(entries)]);
  }

  /** Of each of these cases its newest entry, where there is one. */
  newestOf(tx: Transaction, caseIds: readonly string[]): Promise<CaseEntry[]> {
    return tx.query<CaseEntry[]>(NEWEST, [caseIds]);
  }
}
