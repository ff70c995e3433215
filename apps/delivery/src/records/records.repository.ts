import { type Publicity, type RecordFact, type RecordState } from '@chengxin/contracts';
import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';

/** A fact about a record that may change whether it is shared. */
export type SharingFact = Pick<RecordFact, 'recordId' | 'version'> & { publicity?: Publicity };

/** A fact may come before its record: the row then waits for the source unit. */
const REMEMBER = `
  insert into records as r (record_id, version, source_unit_code, openness, ended, shared_until)
  select distinct on ("recordId") "recordId", version, "sourceUnitCode", openness, ended, (publicity ->> 'sharedUntil')::date
    from json_to_recordset($1::json) as e ("recordId" uuid, version integer, "sourceUnitCode" text, openness text, ended boolean, publicity json)
   order by "recordId", version desc
  on conflict (record_id) do update
    set source_unit_code = coalesce(excluded.source_unit_code, r.source_unit_code), ended = r.ended or excluded.ended,
        openness = case when r.version < excluded.version then coalesce(excluded.openness, r.openness) else coalesce(r.openness, excluded.openness) end,
        shared_until = case when r.version < excluded.version and not excluded.ended then excluded.shared_until else r.shared_until end,
        version = greatest(r.version, excluded.version)`;

/** The copies of what decides whether a record's content is handed on. */
@Injectable()
export class RecordsRepository {
  /** Takes whole records in. */
  remember(tx: Transaction, records: readonly RecordState[]): Promise<void> {
    return this.put(
      tx,
      records.map((record) => ({ ...shared(record), sourceUnitCode: record.sourceUnit.code, openness: record.openness })),
    );
  }

  /** Takes the dates of facts that carry them. */
  change(tx: Transaction, facts: readonly SharingFact[]): Promise<void> {
    return this.put(tx, facts.map(shared));
  }

  /** Ends the sharing of records for good. */
  end(tx: Transaction, facts: readonly SharingFact[]): Promise<void> {
    return this.put(
      tx,
      facts.map((fact) => ({ ...shared(fact), ended: true })),
    );
  }

  private async put(tx: Transaction, rows: readonly object[]): Promise<void> {
    await tx.query(REMEMBER, [JSON.stringify(rows)]);
  }
}

const shared = ({ recordId, version, publicity }: SharingFact) => ({ recordId, version, publicity, ended: false });
