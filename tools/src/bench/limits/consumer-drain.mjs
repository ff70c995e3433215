/** The limit of a consumer: for each 1,000 events one statement in its own transaction writes their inbox rows and their copies. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import pg from 'pg';

const { BENCH_DATABASE_URL: server, BENCH_DIR: folder } = process.env;
const BATCH = 1_000;
const SCHEMA = `
  create table inbox_entries (
    handler text not null, event_id uuid not null, position bigint not null generated always as identity,
    topic text not null, key text not null, sequence bigint not null, primary key (handler, event_id));
  create index on inbox_entries (topic, position);
  create table records (
    record_id uuid primary key, credit_code text collate "C" not null, item text not null, version integer not null,
    publicity jsonb, fulfilment text, polarity text, document_number text, decided_on date, authority json, source_unit_code text,
    class text, effective_from date, valid_until date, fields json, public_fields json, rights text);
  create index on records (credit_code, decided_on desc, record_id desc)`;
const APPLY = `
  with e as (
    select * from json_to_recordset($1::json) as e (id uuid, topic text, key text, sequence bigint, "recordId" uuid, "creditCode" text,
      item text, version integer, publicity jsonb, fulfilment text, polarity text, "documentNumber" text, "decidedOn" date,
      authority json, "sourceUnit" json, class text, "effectiveFrom" date, "validUntil" date, fields json, "publicFields" json)
  ), i as (
    insert into inbox_entries (handler, event_id, topic, key, sequence) select 'limit:' || kind, id, topic, key, sequence from e, (values ('on'), ('acts')) as kinds (kind)
  )
  insert into records
  select "recordId", "creditCode", item, version, publicity, fulfilment, polarity, "documentNumber", "decidedOn", authority,
         "sourceUnit" ->> 'code', class, "effectiveFrom", "validUntil", fields, "publicFields", 'of-the-limit' from e
  on conflict (record_id) do update set version = excluded.version where records.version < excluded.version`;

const rows = [];
for await (const line of createInterface({ input: createReadStream(`${folder}/messages.jsonl`) })) {
  const { id, topic, key, value } = JSON.parse(line);
  const { data, sequence } = JSON.parse(value);
  rows.push({ id, topic, key, sequence, ...data, validUntil: data.fields.validUntil, publicFields: data.fields });
}
const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, n) => JSON.stringify(rows.slice(n * BATCH, (n + 1) * BATCH)));

const admin = new pg.Client({ connectionString: server });
await admin.connect();
const name = `limit_consumer_${process.pid}`;
await admin.query(`create database ${name}`);
const client = new pg.Client({ connectionString: Object.assign(new URL(server), { pathname: `/${name}` }).href });
await client.connect();
await client.query(SCHEMA);
const started = performance.now();
for (const batch of batches) await client.query({ name: 'apply', text: APPLY, values: [batch] });
const seconds = (performance.now() - started) / 1_000;
const { rows: counts } = await client.query(
  'select (select count(*) from inbox_entries)::int as entries, (select count(*) from records)::int as records',
);
await client.end();
await admin.query(`drop database ${name}`);
await admin.end();
const checked = counts[0].entries === 2 * rows.length && counts[0].records === rows.length;
console.log(JSON.stringify({ seconds, units: rows.length, checked }));
