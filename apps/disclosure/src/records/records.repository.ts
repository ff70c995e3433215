import { type RecordRepairedV1, type RecordState } from '@chengxin/contracts';
import { parseLocalDate } from '@chengxin/kernel';
import { Counts } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PublicCatalogue } from '../catalogue/public-catalogue.js';
import { changeOf, type RecordChange } from './record-changes.js';
import { KEEP_RECORD_VERSIONS } from './record-versions.js';

/** What a whole says stands by its own version, what facts may have changed since by the version of the last of them. */
const REMEMBER = `
  insert into records as r (record_id, credit_code, item, version, publicity, fulfilment, fulfilled_on, whole_version, polarity,
                            openness, document_number, decided_on, authority, source_unit_code, class, effective_from, valid_until,
                            fields, public_fields, rights)
  select distinct on ("recordId") "recordId", "creditCode", item, version, publicity, fulfilment, "fulfilledOn", version, polarity,
         openness, "documentNumber", "decidedOn", authority, "sourceUnit" ->> 'code', class, "effectiveFrom", "validUntil",
         fields, "publicFields", $2
    from json_to_recordset($1::json) as e ("recordId" uuid, "creditCode" text, item text, version integer, publicity jsonb,
         fulfilment text, "fulfilledOn" date, polarity text, openness text, "documentNumber" text, "decidedOn" date, authority json,
         "sourceUnit" json, class text, "effectiveFrom" date, "validUntil" date, fields json, "publicFields" json)
   order by "recordId", version desc
  on conflict (record_id) do update
    set publicity = case when r.version < excluded.version then excluded.publicity else coalesce(r.publicity, excluded.publicity) end,
        fulfilment = case when r.version < excluded.version then excluded.fulfilment else coalesce(r.fulfilment, excluded.fulfilment) end,
        fulfilled_on = case when r.version < excluded.version then excluded.fulfilled_on else coalesce(r.fulfilled_on, excluded.fulfilled_on) end,
        version = greatest(r.version, excluded.version), whole_version = excluded.whole_version,
        polarity = excluded.polarity, openness = excluded.openness, document_number = excluded.document_number, decided_on = excluded.decided_on,
        authority = excluded.authority, source_unit_code = excluded.source_unit_code, class = excluded.class,
        effective_from = excluded.effective_from, valid_until = excluded.valid_until,
        fields = excluded.fields, public_fields = excluded.public_fields, rights = excluded.rights
  where coalesce(r.whole_version, 0) < excluded.whole_version`;

/** A fact about a record that is not known yet waits in a row without its whole. */
const AWAIT = `
  insert into records (record_id, credit_code, item, version)
  select distinct on ("recordId") "recordId", "creditCode", item, 0
    from json_to_recordset($1::json) as e ("recordId" uuid, "creditCode" text, item text)
  on conflict (record_id) do nothing`;

const CHANGE = `
  update records r
     set version = c.version, state = coalesce(c.state, r.state), ended_on = coalesce(c."endedOn", r.ended_on),
         publicity = coalesce(c.publicity, r.publicity), fulfilment = coalesce(c.fulfilment, r.fulfilment),
         fulfilled_on = coalesce(c."fulfilledOn", r.fulfilled_on)
    from (select distinct on ("recordId") *
            from json_to_recordset($1::json) as e ("recordId" uuid, version integer, state text, "endedOn" date, publicity jsonb,
                 fulfilment text, "fulfilledOn" date)
           order by "recordId", version desc) c
   where r.record_id = c."recordId" and r.version < c.version`;

const OUTDATED = `
  select record_id as "recordId", whole_version as version, item, openness, fields from records where credit_code = $1 and rights <> $2`;

const RENEW = `
  update records r set public_fields = e."publicFields", rights = $2
    from json_to_recordset($1::json) as e ("recordId" uuid, version integer, "publicFields" json)
   where r.record_id = e."recordId" and r.whole_version = e.version`;

type Outdated = Pick<RecordState, 'recordId' | 'version' | 'item' | 'openness' | 'fields'>;

/** The copies of records, each with what anyone may see of its fields, and of all that was ever said of them. */
@Injectable()
export class RecordsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: PublicCatalogue,
  ) {}

  /** Takes whole records in, of each the newest. */
  async remember(tx: Transaction, records: readonly RecordState[]): Promise<void> {
    const view = this.catalogue.today();
    const rows = records.map((record) => {
      const { item, openness, fields } = record;
      return { ...record, validUntil: parseLocalDate(fields.validUntil ?? ''), publicFields: view.of(item, fields, openness) };
    });
    const wholes = JSON.stringify(rows);
    await tx.query(REMEMBER, [wholes, view.rights]);
    await tx.query(KEEP_RECORD_VERSIONS, [wholes]);
  }

  /** Changes records, of each by its newest fact, also those whose whole has not come yet. */
  async change(tx: Transaction, changes: readonly RecordChange[]): Promise<void> {
    const facts = JSON.stringify(changes);
    await tx.query(AWAIT, [facts]);
    await tx.query(CHANGE, [facts]);
    await tx.query(KEEP_RECORD_VERSIONS, [facts]);
  }

  /** Ends repaired records. Doing it again changes nothing. */
  repair(tx: Transaction, repaired: readonly RecordRepairedV1[]): Promise<void> {
    const changes = repaired.map((fact) => changeOf(fact, { state: 'repaired', endedOn: fact.repairedOn }));
    return this.change(tx, changes);
  }

  /** Prepares anew what anyone may see of an enterprise's records, after the rights have changed. */
  async renew(tx: Transaction, creditCode: string): Promise<void> {
    const view = this.catalogue.today();
    const outdated = await tx.query<Outdated[]>(OUTDATED, [creditCode, view.rights]);
    const rows = outdated.map(({ recordId, version, item, openness, fields }) => {
      return { recordId, version, publicFields: view.of(item, fields, openness) };
    });
    await tx.query(RENEW, [JSON.stringify(rows), view.rights]);
  }

  @Counts('records')
  count(): Promise<number> {
    const sql = `select count(*)::integer as n from records where whole_version is not null`;
    return this.dataSource.query<[{ n: number }]>(sql).then(([{ n }]) => n);
  }
}
