import { type CreditCode } from '@chengxin/kernel';
import { decodeCursor, encodeCursor, type Page } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import { bigramsOf } from './search-text.js';
import { type FoundSubject } from './dto/search.view.js';

type Cursor = { relevance: number; name: string; creditCode: string };
type Hit = FoundSubject & { relevance: number };

const FOUND = `credit_code as "creditCode", name, former_names as "formerNames", state, district`;

const BY_CODE: PreparedRead = { name: 'subject-by-code', text: `select ${FOUND}, 'code' as matched from subjects where credit_code = $1` };

/** The present name before former ones; in each the whole name before its beginning, and that before any other part. */
const RELEVANCE = `
  case when search_name = $1 then 0 when starts_with(search_name, $1) then 1 when strpos(search_name, $1) > 0 then 2
       when strpos(e'\\n' || search_names || e'\\n', e'\\n' || $1 || e'\\n') > 0 then 3 else 4 end`;

const BY_NAME: PreparedRead = {
  name: 'subjects-by-name',
  text: `
    select ${FOUND}, case when relevance < 3 then 'name' else 'former-name' end as matched, relevance
      from (select *, ${RELEVANCE} as relevance from subjects
             where bigrams @> $2::text[] and strpos(search_names, $1::text) > 0) s
     where $3::integer is null or (relevance, name collate "zh-x-icu", credit_code) > ($3, $4::text collate "zh-x-icu", $5::text)
     order by relevance, name collate "zh-x-icu", credit_code limit $6`,
};

/** Finds credit subjects by code or name. */
@Injectable()
export class SearchRepository {
  constructor(private readonly reads: PreparedReads) {}

  /** The subject of this code. */
  async byCode(creditCode: CreditCode): Promise<FoundSubject | undefined> {
    return (await this.reads.rows<Hit>(BY_CODE, [creditCode])).map(foundIn)[0];
  }

  /** Those with this fragment (comparable, two characters or more) in a name, the most relevant first. Throws 400 for a cursor that is not ours. */
  async byName(fragment: string, { limit, after }: { limit: number; after?: string }): Promise<Page<FoundSubject>> {
    const from: Partial<Cursor> = after ? decodeCursor(after, isCursor) : {};
    const place = [from.relevance ?? null, from.name ?? null, from.creditCode ?? null];
    const hits = await this.reads.rows<Hit>(BY_NAME, [fragment, bigramsOf(fragment), ...place, limit + 1]);
    const items = hits.slice(0, limit);
    const last = items.at(-1);
    if (hits.length <= limit || !last) return { items: items.map(foundIn) };
    const { relevance, name, creditCode } = last;
    return { items: items.map(foundIn), next: encodeCursor({ relevance, name, creditCode }) };
  }
}

const foundIn = ({ creditCode, name, formerNames, state, district, matched }: Hit): FoundSubject => ({
  creditCode,
  name,
  formerNames,
  state,
  ...(district && { district }),
  matched,
});

const RELEVANCES: readonly unknown[] = [0, 1, 2, 3, 4];
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null) return false;
  const { relevance, name, creditCode } = value as Record<string, unknown>;
  return RELEVANCES.includes(relevance) && isText(name) && isText(creditCode);
}
