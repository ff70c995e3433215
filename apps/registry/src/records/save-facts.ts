const RECORD = `version, status, state, content_digest, personal_id, personal_digest, next_ending, authority_code, known_at`;

/**
 * Stores facts ($1, one JSON object each with commas between; $2 law, $3 actor, $4 batch) and, with the last fact of each record, the record as it stands
 * then: a state is sent once and read once, whichever tables keep it. Gives how many records that stood before were changed.
 */
export const SAVE_FACTS = `
  with given as materialized (
    select * from jsonb_to_recordset(('[' || $1::text || ']')::jsonb) as g (
      id uuid, version integer, credit_code text, item text, natural_key text, authority_code text, status text, state jsonb,
      content_digest text, personal_id uuid, personal_digest text, next_ending date, known_at timestamptz,
      kind text, effective_on date, details jsonb, before integer, is_last boolean)
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
