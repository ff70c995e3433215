import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Outcome } from '../outcome.js';
import { makeDatabase, ServiceProcess } from './service-process.js';
import { given, makeSurroundings } from './surroundings.js';
import { chunksOf, publish } from './wire.js';

const APPLIED = `select coalesce(sum(next_offset), 0)::integer as applied from consumed_offsets`;

/** From the commit of the first batch to that of the last, for all that came after the first. */
const TAKEN = `
  with batches as (select count(distinct event_id) as events, min(pg_xact_commit_timestamp(xmin)) as at from inbox_entries group by xmin::text)
  select extract(epoch from max(at) - min(at))::float8 as seconds,
         (sum(events) - (select events from batches order by at limit 1))::integer as units from batches`;

const CHECK = `
  select (select count(*) from records where whole_version = 1 and fields ->> 'creditCode' = credit_code
                                         and public_fields ->> 'documentNumber' = document_number)::integer as records,
         (select count(*) from parked_events)::integer as parked,
         (select count(distinct event_id) from inbox_entries)::integer as entered`;

const PATIENCE_MS = 300_000;

/** Disclosure is started before a topic that is full, and keeps copies of what the records in it say. */
async function drain(): Promise<Outcome> {
  const told = given();
  const around = await makeSurroundings(told);
  const database = await makeDatabase('disclosure', told.server);
  await publish(around.kafka, around.prefix, chunksOf(path.join(told.folder, 'messages.jsonl')));
  const service = await ServiceProcess.start('disclosure', { env: around.env, databaseUrl: database.url });
  try {
    await service.ready();
    await applied(database.client, told.size);
    const [taken] = (await database.client.query<{ seconds: number; units: number }>(TAKEN)).rows;
    const [check] = (await database.client.query<{ records: number; parked: number; entered: number }>(CHECK)).rows;
    const checked = check?.records === told.size && check.parked === 0 && check.entered === told.size;
    return { seconds: taken?.seconds ?? NaN, units: taken?.units ?? NaN, checked };
  } finally {
    await service.stop();
    await Promise.all([database.drop(), around.remove()]);
  }
}

/** Waits until so many events are applied. Throws after five minutes. */
async function applied(client: pg.Client, events: number): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(200)) {
    const { rows } = await client.query<{ applied: number }>(APPLIED);
    if (rows[0]?.applied === events) return;
  }
  throw new Error('the events were not applied in five minutes');
}

console.log(JSON.stringify(await drain()));
