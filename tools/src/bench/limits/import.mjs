/** The limit of the import: bare COPY of as many records and as many events into tables like those of the registry, durably. */
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';

const [rows, enterprises] = [Number(process.env.BENCH_SIZE), Number(process.env.BENCH_ENTERPRISES)];
const ROWS_A_PIECE = 1_000;
const schema = `bench_import_limit_${process.pid}`;

const TABLES = `
  create schema ${schema};
  set search_path = ${schema};
  set synchronous_commit = on;
  create table records (id uuid primary key, credit_code text not null, item text not null, natural_key text not null unique,
    authority_code text not null, version integer not null, status text not null, state jsonb not null, content_digest text not null,
    personal_id uuid, personal_digest text, next_ending date, known_at timestamptz not null);
  create index on records (credit_code, next_ending);
  create table outbox_events (xid xid8 not null default pg_current_xact_id(), position bigint not null generated always as identity,
    topic text not null, key text not null, sequence bigint not null, event_id uuid not null, type text not null, payload text not null,
    added_at timestamptz not null default clock_timestamp(), primary key (xid, position));`;

/** As many characters as a penalty has as a record and as an event, in JSON of many short members. */
const [STATE, EVENT] = [1_590, 2_155];

function json(n, characters) {
  const facts = `经查，当事人于第${n % 97}号门店销售的预包装食品标签未标明生产日期。`;
  const value = { documentNumber: `澄市监罚〔2026〕${n}号`, facts, unit: { code: '11429500MA0000015U', name: '澄州市市场监督管理局' } };
  for (let at = Math.round((characters - 155) / 37); at > 0; at -= 1) value[`field${at}`] = `${at} ${n * 7919}`.padEnd(24, '行政处罚决定');
  return JSON.stringify(value);
}

function* pieces(line) {
  for (let from = 0; from < rows; from += ROWS_A_PIECE) {
    const until = Math.min(rows, from + ROWS_A_PIECE);
    yield Array.from({ length: until - from }, (_, at) => `${line(from + at).join('\t')}\n`).join('');
  }
}

const code = (n) => `91429500MA${String(n % enterprises).padStart(8, '0')}`;

const record = (n) => [
  ...[randomUUID(), code(n), 'penalty', `["penalty","11429500MA0000015U","澄市监罚[2026]${n}号","${code(n)}"]`, '11429500MA0000015U', 1],
  ...['standing', json(n, STATE), createHash('sha256').update(String(n)).digest('hex'), '\\N', '\\N', '2027-01-01', '2026-05-11'],
];

const TYPE = 'credit.registry.record-collected.v1';
const event = (n) => ['credit.registry.records', code(n), 1 + Math.floor(n / enterprises), randomUUID(), TYPE, json(n, EVENT)];

/** A statement of pg that sends ready-made pieces behind a COPY. */
class CopyIn {
  done = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
  constructor(text, content) {
    Object.assign(this, { text, content });
  }
  submit = (connection) => connection.query(this.text);
  handleCopyInResponse(connection) {
    for (const piece of this.content) connection.sendCopyFromChunk(piece);
    connection.endCopyFrom();
  }
  handleCommandComplete() {}
  handleReadyForQuery = () => this.resolve();
  handleError = (fault) => this.reject(fault);
}

const client = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL });
await client.connect();
await client.query(TABLES);
const copies = [
  ['copy records from stdin', [...pieces(record)].map((piece) => Buffer.from(piece))],
  ['copy outbox_events (topic, key, sequence, event_id, type, payload) from stdin', [...pieces(event)].map((piece) => Buffer.from(piece))],
];
const begun = performance.now();
for (const [text, content] of copies) await client.query(new CopyIn(text, content)).done;
const seconds = (performance.now() - begun) / 1_000;
const { rows: held } = await client.query('select (select count(*) from records)::int + (select count(*) from outbox_events)::int as n');
await client.query(`drop schema ${schema} cascade`);
await client.end();
console.log(JSON.stringify({ seconds, units: rows, checked: held[0].n === 2 * rows }));
