import { type CreditCode, type LocalDate } from '@chengxin/kernel';
import { type PublicView } from '../catalogue/public-catalogue.js';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import { isShown } from '../records/reach.js';
import { itemsFrom, recordJson } from '../records/record-json.js';
import { Injectable } from '@nestjs/common';

/** More records than this are read page by page. */
export const MOST_RECORDS = 100;

/** Without a document where something in it was prepared under other rights than today's. */
const FILE: PreparedRead = {
  name: 'credit-file',
  text: `
    with shown as materialized (
      select r.* from records r where r.credit_code = $1 and r.whole_version is not null and ${isShown('$2')}
    )
    select case when s.rights = $3 and not exists (select from shown r where r.rights <> $3) then
      json_build_object(
        'creditCode', s.credit_code, 'name', s.name, 'formerNames', s.former_names, 'state', s.state,
        'registration', s.public_register, 'registeredAsOf', s.as_of, 'registeredBy', s.source_unit,
        'counts', (select coalesce(json_agg(json_build_object('category', i.category, 'item', i.item, 'name', i.name,
                     'count', (select count(*) from shown r where r.item = i.item and r.public_fields is not null)) order by i.n), '[]')
                     from ${itemsFrom('$4')}),
        'records', (select coalesce(json_agg(newest.record order by newest.decided_on desc, newest.record_id desc), '[]')
                      from (select r.decided_on, r.record_id, ${recordJson('r.public_fields', isShown('$2'))} as record
                              from shown r join ${itemsFrom('$4')} on i.item = r.item
                             where r.public_fields is not null
                             order by r.decided_on desc, r.record_id desc limit ${MOST_RECORDS}) newest),
        'moreRecords', (select count(*) > ${MOST_RECORDS} from shown r where r.public_fields is not null)
      )::text end as document
      from subjects s where s.credit_code = $1`,
};

/** What there is of a credit file: its text, or that it has to be prepared first. */
export type FoundFile = { document: string | null };

/** Reads credit files, each as one prepared document. */
@Injectable()
export class CreditFileRepository {
  constructor(private readonly reads: PreparedReads) {}

  /** The file as the public sees it on a day; undefined for a code that is not registered. */
  async find(creditCode: CreditCode, on: LocalDate, { rights, items }: PublicView): Promise<FoundFile | undefined> {
    return (await this.reads.rows<FoundFile>(FILE, [creditCode, on, rights, items]))[0];
  }
}
