import { type CreditCode, type LocalDate } from '@chengxin/kernel';
import { type ItemCode } from '@chengxin/law';
import { type Moment } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { type PublicView } from '../catalogue/public-catalogue.js';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import { type RecordView } from '../records/dto/record.view.js';
import { isShown } from '../records/reach.js';
import { itemsFrom, recordJson } from '../records/record-json.js';
import { recordsKnown } from '../records/record-versions.js';
import { MOST_RECORDS } from './credit-file.repository.js';
import { type CreditFileView, type ItemCount } from './dto/credit-file.view.js';

/** A subject as one version of it states it, with its whole register entry. */
export type SubjectVersion = Omit<CreditFileView, 'registration' | 'counts' | 'records' | 'moreRecords' | 'moment'> & {
  version: number;
  register: Record<string, string>;
};

/** What a credit file of a moment is made of; the records with all their fields. */
export type PastFile = { subject: SubjectVersion; counts: ItemCount[]; records: (RecordView & { item: ItemCode })[] };

/** The register states its subject as of a day: for a moment the newest statement up to it, for one before all of them the oldest. */
const SUBJECT = `
  select json_build_object('creditCode', s.credit_code, 'name', s.name, 'formerNames', s.former_names, 'state', s.state,
           'registeredAsOf', s.as_of, 'registeredBy', s.source_unit, 'version', s.version, 'register', s.register)
    from subject_versions s
   where s.credit_code = $1 and s.known_at <= $4
   order by s.as_of <= coalesce($5::date, 'infinity') desc,
            case when s.as_of <= coalesce($5::date, 'infinity') then s.version else -s.version end desc
   limit 1`;

/** The facts are those of the moment, the rights today's: in it is what is published today, of the items that anyone may see. */
const PAST_FILE: PreparedRead = {
  name: 'past-credit-file',
  text: `
    with shown as materialized (
      select known.* from ${recordsKnown({ creditCode: '$1', knownAt: '$4', effectiveAt: '$5::date' })} known
       where known.record_id in (select r.record_id from records r where r.credit_code = $1 and r.item = any($6) and ${isShown('$2')})
    )
    select (${SUBJECT}) as subject,
           (select coalesce(json_agg(json_build_object('category', i.category, 'item', i.item, 'name', i.name,
                     'count', (select count(*) from shown r where r.item = i.item)) order by i.n), '[]')
              from ${itemsFrom('$3')}) as counts,
           (select coalesce(json_agg(newest.record order by newest.decided_on desc, newest.record_id desc), '[]')
              from (select r.decided_on, r.record_id, ${recordJson('r.fields', 'true')} as record
                      from shown r join ${itemsFrom('$3')} on i.item = r.item
                     order by r.decided_on desc, r.record_id desc limit ${MOST_RECORDS}) newest) as records`,
};

/** Reads what credit files of past moments are made of. */
@Injectable()
export class PastFileRepository {
  constructor(private readonly reads: PreparedReads) {}

  /** What was known of a moment, as far as it is published `today`; undefined where the subject was not known yet. */
  async find(creditCode: CreditCode, moment: Moment, today: LocalDate, { items, open }: PublicView): Promise<PastFile | undefined> {
    const { knownAt, effectiveAt = null } = moment;
    const [found] = await this.reads.rows<PastFile>(PAST_FILE, [creditCode, today, items, knownAt, effectiveAt, open]);
    return found?.subject ? found : undefined;
  }
}
