import type { LocalDate } from '@chengxin/kernel';
import type { RecordChange } from './record-fact.js';
import { recordText } from './record-text.js';

const RECORD = `version, status, state, content_digest, personal_id, personal_digest, next_ending, authority_code, known_at`;

/**
 * Stores facts ($1, a line each of what `factLines` gives; $2 law, $3 actor, $4 batch) and, with the last fact of each record, the record
 * as it stands then: a state is sent once and read once, whichever tables keep it. Gives how many records that stood before were changed.
 */
export const SAVE_FACTS = `
  with given as materialized (
    select f[1]::uuid as id, f[2]::integer as version, f[3] as credit_code, f[4] as item, f[5] as natural_key, f[6] as authority_code,
           f[7] as status, f[8]::jsonb as state, f[9] as content_digest, nullif(f[10], '')::uuid as personal_id,
           nullif(f[11], '') as personal_digest, nullif(f[12], '')::date as next_ending, f[13]::timestamptz as known_at, f[14] as kind,
           f[15]::date as effective_on, f[16]::jsonb as details, f[17]::integer as before, f[18]::boolean as is_last
      from (select string_to_array(line, E'\\t') as f from unnest(string_to_array($1::text, E'\\n')) as line offset 0) as lines
  ), told as (
    insert into record_facts (record_id, version, credit_code, kind, effective_on, state, details, law_digest, actor, batch_id, known_at)
    select id, version, credit_code, kind, effective_on, state, details, $2, $3, $4::uuid, known_at from given
  ), added as (
    insert into records (id, credit_code, item, natural_key, ${RECORD})
    select id, credit_code, item, natural_key, ${RECORD} from given where is_last and before = 0
  ), changed as (
    update records r set (${RECORD}) =
           (n.version, n.status, n.state, n.content_digest, n.personal_id, n.personal_digest, n.next_ending, n.authority_code, n.known_at)
      from given n where n.is_last and n.before > 0 and r.id = n.id and r.version = n.before
    returning r.id
  )
  select count(*)::integer as changed from changed`;

/** A change with the moment since when it is known and the next last day that is to be announced of its record. */
export type DatedChange = { change: RecordChange; at: Date; ending: LocalDate | undefined };

/** The facts of changes as lines for `SAVE_FACTS`; the last line of a change also holds what the record itself comes to. Codes, dates, digests and JSON hold no tab and no line break. */
export function* factLines(dated: Iterable<DatedChange>): Generator<string> {
  for (const { change, at, ending } of dated) {
    const { id, version, naturalKey, contentDigest, personalId = '', personalDigest = '', facts } = change;
    for (const [n, { effectiveOn, details, record }] of facts.entries()) {
      const { kind, ...said } = details;
      yield [
        ...[id, version + n + 1, record.creditCode, record.item, naturalKey, record.authority.code, record.status, recordText(record)],
        ...[contentDigest, personalId, personalDigest, ending ?? '', at.toISOString(), kind, effectiveOn, JSON.stringify(said)],
        ...[version, n === facts.length - 1],
      ].join('\t');
    }
  }
}
