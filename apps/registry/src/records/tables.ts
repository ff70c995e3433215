/** The columns of `records`, for writing in bulk. */
export const RECORD_COLUMNS = {
  name: 'records',
  columns: {
    id: 'uuid',
    credit_code: 'text',
    item: 'text',
    natural_key: 'text',
    authority_code: 'text',
    version: 'integer',
    status: 'text',
    state: 'jsonb',
    content_digest: 'text',
    personal_id: 'uuid',
    personal_digest: 'text',
    next_ending: 'date',
    known_at: 'timestamptz',
  },
} as const;

/** The columns of `record_facts`, for writing in bulk. */
export const RECORD_FACTS = {
  name: 'record_facts',
  columns: {
    record_id: 'uuid',
    version: 'integer',
    credit_code: 'text',
    kind: 'text',
    effective_on: 'date',
    state: 'jsonb',
    details: 'jsonb',
    law_digest: 'text',
    actor: 'text',
    batch_id: 'uuid',
    known_at: 'timestamptz',
  },
} as const;
