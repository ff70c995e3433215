import { type RecordView } from './dto/record.view.js';

/** SQL: keeps what record events say, whole or of a part, each once; the rows are JSON as `records` takes them in, with `knownAt`. */
export const KEEP_RECORD_VERSIONS = `
  insert into record_versions (credit_code, record_id, version, item, known_at, state, ended_on, publicity, fulfilment, fulfilled_on,
                               polarity, document_number, decided_on, authority, class, effective_from, valid_until, fields)
  select "creditCode", "recordId", version, item, "knownAt", state, "endedOn", publicity, fulfilment, "fulfilledOn",
         polarity, "documentNumber", "decidedOn", authority, class, "effectiveFrom", "validUntil", fields
    from json_to_recordset($1::json) as e ("creditCode" text, "recordId" uuid, version integer, item text, "knownAt" timestamptz,
         state text, "endedOn" date, publicity jsonb, fulfilment text, "fulfilledOn" date, polarity text, "documentNumber" text,
         "decidedOn" date, authority json, class text, "effectiveFrom" date, "validUntil" date, fields json)
  on conflict on constraint record_versions_pkey do nothing`;

/** The parameters of a statement that reads a moment: of type text, timestamptz and date; the last may be null. */
type MomentParameters = { creditCode: string; knownAt: string; effectiveAt: string };

const newest = (column: string, where: string): string => `(array_agg(v.${column} order by v.version desc) filter (where ${where}))[1]`;

/**
 * SQL: the records of an enterprise as rows like those of `records`, as they stood on a day by what was known at an instant: of each
 * the newest whole, with the newest that was said of its parts. A record is in force from its beginning through the end of what it
 * grants, unless it was taken back before; what was said to happen later has not happened on that day. Without a day nothing is left out.
 */
export const recordsKnown = ({ creditCode, knownAt, effectiveAt }: MomentParameters): string => `
  (select w.record_id, w.item, f.version, coalesce(f.state, 'current') as state, f.ended_on, f.publicity,
          case when f.fulfilled_on > ${effectiveAt} then 'unknown' else f.fulfilment end as fulfilment,
          case when f.fulfilled_on > ${effectiveAt} then null else f.fulfilled_on end as fulfilled_on,
          w.polarity, w.document_number, w.decided_on, w.authority, w.class, w.effective_from, w.fields
     from (select v.record_id, max(v.version) as version, max(v.version) filter (where v.fields is not null) as whole_version,
                  ${newest('state', `v.ended_on <= coalesce(${effectiveAt}, 'infinity')`)} as state,
                  ${newest('ended_on', `v.ended_on <= coalesce(${effectiveAt}, 'infinity')`)} as ended_on,
                  ${newest('publicity', 'v.publicity is not null')} as publicity,
                  ${newest('fulfilment', 'v.fulfilment is not null')} as fulfilment,
                  ${newest('fulfilled_on', 'v.fulfilment is not null')} as fulfilled_on
             from record_versions v where v.credit_code = ${creditCode} and v.known_at <= ${knownAt}
            group by v.record_id) f
     join record_versions w on w.credit_code = ${creditCode} and w.record_id = f.record_id and w.version = f.whole_version
    where ${effectiveAt} is null
       or (w.effective_from <= ${effectiveAt} and coalesce(w.valid_until, 'infinity') >= ${effectiveAt}
           and coalesce(f.state, 'current') not in ('withdrawn', 'annulled')))`;

/** What of a record is a fact of its moment: neither its names of today's catalogue nor whether it is published today. */
export function factsOf({ name: _name, category: _category, shown: _shown, ...facts }: RecordView): object {
  return facts;
}
