/** SQL: a recordset `i` of the items with category and name, from a JSON parameter. */
export const itemsFrom = (parameter: string): string =>
  `rows from (json_to_recordset(${parameter}::json) as (item text, category integer, name json)) with ordinality as i (item, category, name, n)`;

/**
 * SQL: the record `r` of the item `i` as JSON, as `RecordView` describes it. `fields` and `shown` are the expressions of its fields and
 * of whether it is published.
 */
export const recordJson = (fields: string, shown: string): string => `
  ('{"category":' || i.category || ',"name":' || i.name || ',' || record_members(
    r.record_id, r.version, r.item, r.polarity, r.document_number, r.decided_on, r.authority, r.class, r.effective_from, r.state,
    r.ended_on, ${shown}, r.publicity, r.fulfilment, r.fulfilled_on, ${fields}) || '}')::json`;
