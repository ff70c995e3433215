import { type CreditCode } from '@chengxin/kernel';
import { Injectable } from '@nestjs/common';
import { PublicCatalogue, type PublicView } from '../catalogue/public-catalogue.js';
import { Gathering } from '../database/gathering.js';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import { isShown } from '../records/reach.js';

/** More records than this are read page by page. */
export const MOST_RECORDS = 100;

/** Stands in no JSON text unescaped, so that the texts of records can be told apart. */
const SEPARATOR = '\u001e';
const NEWEST_FIRST = `r.decided_on desc, r.record_id desc`;

/** A record that was prepared under other rights than today's comes along, for it may be one to show. */
const FILES: PreparedRead = {
  name: 'credit-files',
  text: `
    select s.credit_code as "creditCode", s.rights = $3 and coalesce(shown."arePrepared", true) as "isPrepared",
           json_build_object(
             'creditCode', s.credit_code, 'name', s.name, 'formerNames', s.former_names, 'state', s.state,
             'registration', s.public_register, 'registeredAsOf', s.as_of, 'registeredBy', s.source_unit)::text as subject,
           coalesce(shown.items, '') as items, coalesce(shown.records, '') as records
      from subjects s
      left join lateral (
        select bool_and(r.rights = $3) as "arePrepared", string_agg(r.item, '${SEPARATOR}' order by ${NEWEST_FIRST}) as items,
               string_agg(r.public_members, '${SEPARATOR}' order by ${NEWEST_FIRST}) filter (where r.place <= ${MOST_RECORDS}) as records
          from (select r.item, r.rights, r.public_members, r.decided_on, r.record_id, row_number() over (order by ${NEWEST_FIRST}) as place
                  from records r
                 where r.credit_code = s.credit_code and r.whole_version is not null and ${isShown('$2')}
                   and (r.public_members is not null or r.rights <> $3)) r
      ) shown on true
     where s.credit_code = any($1::text[])`,
};

/** A subject as JSON; the items of all its published records, and the newest of them as members of JSON, each list as one text. */
type FileRow = { creditCode: CreditCode; isPrepared: boolean; subject: string; items: string; records: string };

/** What there is of a credit file: the members of its JSON, or that something in it has to be prepared first. */
export type FoundFile = { members?: string };

/** Reads credit files as anyone may see them today; those who ask in the same moment are answered by one statement. */
@Injectable()
export class CreditFileRepository {
  private readonly files = new Gathering<CreditCode, FoundFile>((codes) => this.findMany(codes));

  constructor(
    private readonly reads: PreparedReads,
    private readonly catalogue: PublicCatalogue,
  ) {}

  /** The file as it stands now or a moment later; undefined for a code that is not registered. */
  find(creditCode: CreditCode): Promise<FoundFile | undefined> {
    return this.files.get(creditCode);
  }

  private async findMany(codes: readonly CreditCode[]): Promise<Map<CreditCode, FoundFile>> {
    const view = this.catalogue.today();
    const rows = await this.reads.rows<FileRow>(FILES, [codes, view.on, view.rights]);
    return new Map(rows.map((row) => [row.creditCode, row.isPrepared ? { members: membersOf(row, view) } : {}]));
  }
}

/** The members that `CreditFileView` describes, without how current the file is. */
function membersOf({ subject, items, records }: FileRow, view: PublicView): string {
  const all = partsOf(items);
  const newest = partsOf(records).map((members, n) => view.recordText(all[n] ?? '', members));
  return `${subject.slice(1, -1)},"counts":${view.countsText(all)},"records":[${newest.join(',')}],"moreRecords":${all.length > MOST_RECORDS}`;
}

const partsOf = (list: string): string[] => (list === '' ? [] : list.split(SEPARATOR));
