import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The members of a record in an answer, without braces and without what the catalogue adds (category, name). Fields are JSON already and
 * most of the text: they are put in as they are. All that JSON makes of these types is the same whatever the settings of a session.
 * Repair is possible from the day after the minimum publicity; eligibility itself is answered by `repair`.
 */
const RECORD_MEMBERS = `
  create function record_members(
    record_id uuid, version integer, item text, polarity text, document_number text, decided_on date, authority json, class text,
    effective_from date, state text, ended_on date, shown boolean, publicity jsonb, fulfilment text, fulfilled_on date, fields json
  ) returns text language plpgsql immutable parallel safe as $$
  declare
    stated text := json_strip_nulls(json_build_object(
      'recordId', record_id, 'version', version, 'item', item, 'polarity', polarity, 'documentNumber', document_number,
      'decidedOn', decided_on, 'authority', authority, 'class', class, 'effectiveFrom', effective_from, 'state', state,
      'endedOn', ended_on, 'shown', shown,
      'publicity', json_build_object('from', publicity ->> 'shownFrom', 'until', publicity ->> 'shownUntil'),
      'fulfilment', fulfilment, 'fulfilledOn', fulfilled_on,
      'repair', case when polarity = 'adverse' and state = 'current'
                  then json_build_object('from', (publicity ->> 'minimumUntil')::date + 1) end));
  begin
    return substr(stated, 2, length(stated) - 2) || ',"fields":' || fields;
  end $$`;

/** Kept by the database in the same row as what they are made of, so that they can never say anything else. */
const PUBLIC_MEMBERS = `
  alter table records add column public_members text generated always as (
    record_members(record_id, version, item, polarity, document_number, decided_on, authority, class, effective_from, 'current', null,
                   true, publicity, fulfilment, fulfilled_on, public_fields)) stored`;

/** A published record as text, so that a credit file is put together and not made. */
export class AddPublicMembersToRecords20260508090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECORD_MEMBERS);
    await runner.query(`alter table records set (toast_tuple_target = 8160)`); // a row stays whole: a file is read without unpacking
    await runner.query(PUBLIC_MEMBERS);
    await runner.query(`comment on column records.public_members is
      'What anyone may see of the record while it is shown: the members of its JSON, from the other columns; null where nobody may see any of it.'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
