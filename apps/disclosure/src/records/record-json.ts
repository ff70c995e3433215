/** SQL: a recordset `i` of the items with category and name, from a JSON parameter. */
export const itemsFrom = (parameter: string): string =>
  `rows from (json_to_recordset(${parameter}::json) as (item text, category integer, name json)) with ordinality as i (item, category, name, n)`;

/**
 * SQL: the record `r` of the item `i` as JSON, as `RecordView` describes it. `fields` and `shown` are the expressions of its fields and
 * of whether it is published. Repair is possible from the day after the minimum publicity; eligibility itself is answered by `repair`.
 */
export const recordJson = (fields: string, shown: string): string => `
  json_strip_nulls(json_build_object(
    'recordId', r.record_id, 'version', r.version, 'item', r.item, 'name', i.name, 'category', i.category, 'polarity', r.polarity,
    'documentNumber', r.document_number, 'decidedOn', r.decided_on, 'authority', r.authority, 'class', r.class,
    'effectiveFrom', r.effective_from, 'state', r.state, 'endedOn', r.ended_on, 'shown', ${shown},
    'publicity', json_build_object('from', r.publicity ->> 'shownFrom', 'until', r.publicity ->> 'shownUntil'),
    'fulfilment', r.fulfilment, 'fulfilledOn', r.fulfilled_on,
    'repair', case when r.polarity = 'adverse' and r.state = 'current'
                then json_build_object('from', (r.publicity ->> 'minimumUntil')::date + 1) end,
    'fields', ${fields}))`;
