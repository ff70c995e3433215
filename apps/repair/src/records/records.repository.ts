import { type Openness } from '@chengxin/law';
import { type Transaction } from '@chengxin/platform';
import { type Candidate, type RepairRecord } from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RecordChange, type RecordCopy } from './record-copies.js';
import { recordOf, RecordRow } from './record.row.js';

const REMEMBER = `
  insert into records as r (record_id, credit_code, version, item, polarity, openness, class, document_number, decided_on,
                            authority_code, authority_name, source_unit_code, publicity, fulfilment)
  select "recordId", "creditCode", version, item, polarity, openness, class, "documentNumber", "decidedOn",
         "authorityCode", "authorityName", "sourceUnitCode", publicity, fulfilment
    from jsonb_to_recordset($1::jsonb) as s ("recordId" uuid, "creditCode" text, version integer, item text, polarity text,
         openness text, class text, "documentNumber" text, "decidedOn" date, "authorityCode" text, "authorityName" text,
         "sourceUnitCode" text, publicity jsonb, fulfilment jsonb)
  on conflict (record_id) do update set
    version = excluded.version, polarity = excluded.polarity, openness = excluded.openness, class = excluded.class,
    document_number = excluded.document_number, decided_on = excluded.decided_on,
    authority_code = excluded.authority_code, authority_name = excluded.authority_name,
    source_unit_code = excluded.source_unit_code, publicity = excluded.publicity,
    fulfilment = case when excluded.fulfilment is null then null else coalesce(r.fulfilment, excluded.fulfilment) end
  where r.version < excluded.version`;

const CHANGE = `
  update records r
     set version = c.version, standing = coalesce(c.standing, r.standing),
         publicity = coalesce(c.publicity, r.publicity), fulfilment = coalesce(c.fulfilment, r.fulfilment)
    from jsonb_to_recordset($1::jsonb) as c ("recordId" uuid, version integer, standing text, publicity jsonb, fulfilment jsonb)
   where r.record_id = c."recordId" and r.version < c.version`;

/** Repaired, annulled and withdrawn records stay in the list: the answer for them is that nothing is needed. */
const OF_ENTERPRISE = `
  select c.case_number as "caseNumber", c.record_id as "recordId" from cases c
   where c.credit_code = $1 and c.status in ('filed', 'pre-checked', 'accepted', 'approved')`;

/** A record with its version, and what only the reader's rights need. */
export type HeldRecord = { candidate: Candidate; version: number; sourceUnitCode: string; openness: Openness };

/** The copies of records. */
@Injectable()
export class RecordsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes whole records in, of each the newest. */
  async remember(tx: Transaction, copies: readonly RecordCopy[]): Promise<void> {
    await tx.query(REMEMBER, [JSON.stringify(newest(copies))]);
  }

  /** Changes records that are held, of each by its newest fact. */
  async change(tx: Transaction, changes: readonly RecordChange[]): Promise<void> {
    await tx.query(CHANGE, [JSON.stringify(newest(changes))]);
  }

  /** A record, or undefined when none of this identifier is held. */
  async find(recordId: string): Promise<RepairRecord | undefined> {
    const row = await this.dataSource.manager.findOneBy(RecordRow, { recordId });
    return row ? recordOf(row) : undefined;
  }

  /** A record as a transaction sees it. Throws when none of this identifier is held. */
  async get(recordId: string, tx: Transaction): Promise<RepairRecord> {
    return recordOf(await tx.findOneByOrFail(RecordRow, { recordId }));
  }

  /** All records of an enterprise, latest decision first, each with the case that runs on it. */
  async ofEnterprise(creditCode: string): Promise<HeldRecord[]> {
    const rows = await this.dataSource.manager.find(RecordRow, { where: { creditCode }, order: { decidedOn: 'DESC', recordId: 'ASC' } });
    const running = await this.dataSource.query<{ caseNumber: string; recordId: string }[]>(OF_ENTERPRISE, [creditCode]);
    const openCases = new Map(running.map(({ recordId, caseNumber }) => [recordId, caseNumber]));
    return rows.map((row) => ({
      candidate: { ...recordOf(row), openCase: openCases.get(row.recordId) },
      version: row.version,
      sourceUnitCode: row.sourceUnitCode,
      openness: row.openness,
    }));
  }
}

/** Of the facts of one record only the last counts: a statement writes a row once. */
function newest<T extends { recordId: string; version: number }>(facts: readonly T[]): T[] {
  const last = new Map<string, T>();
  for (const fact of facts) {
    const held = last.get(fact.recordId);
    if (!held || held.version < fact.version) last.set(fact.recordId, fact);
  }
  return [...last.values()];
}
