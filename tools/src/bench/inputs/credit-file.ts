import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { chunked, codeOf, recordsCollected, subjectsRegistered } from '../products/events.js';
import { creditFiles, makeDatabase, ServiceProcess } from '../products/service-process.js';
import { given, makeSurroundings } from '../products/surroundings.js';
import { publish } from '../products/wire.js';

const RECORDS_EACH = 2;
const AT_ONCE = 32;
const APPLIED = `select coalesce(sum(next_offset), 0)::integer as applied from consumed_offsets`;
/** A prime, so that the paths go over all enterprises in no order. */
const STRIDE = 7_919;

/**
 * Fills a database of disclosure as the service itself does it, from events; then takes every document from it, for the limit program,
 * and writes down which are asked for.
 */
async function fill(): Promise<void> {
  const told = given();
  const around = await makeSurroundings(told);
  const database = await makeDatabase('disclosure', told.server, creditFiles(told.enterprises));
  await publish(around.kafka, around.prefix, chunked(subjectsRegistered(told.enterprises)));
  await publish(around.kafka, around.prefix, chunked(recordsCollected(told.enterprises * RECORDS_EACH, told.enterprises)));
  const service = await ServiceProcess.start('disclosure', { env: around.env, databaseUrl: database.url });
  try {
    await service.ready();
    await applied(database.client, told.enterprises * (1 + RECORDS_EACH));
    await keepDocuments(database.client, service.url, told.enterprises);
    const paths = Array.from({ length: told.size }, (_, n) => `/api/v1/subjects/${codeOf((n * STRIDE) % told.enterprises)}`);
    writeFileSync(path.join(told.folder, 'paths.txt'), paths.join('\n'));
  } finally {
    await service.stop();
    await Promise.all([database.leave(), around.remove()]);
  }
}

async function applied(client: pg.Client, events: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ applied: number }>(APPLIED);
    if (rows[0]?.applied === events) return;
    await sleep(200);
  }
}

/** The limit is measured with the usual number of enterprises only: more documents are not asked for. */
async function keepDocuments(client: pg.Client, url: string, enterprises: number): Promise<void> {
  await client.query('create table limit_documents (credit_code text primary key, document text not null)');
  const codes = Array.from({ length: Math.min(enterprises, 10_000) }, (_, n) => codeOf(n));
  for (let from = 0; from < codes.length; from += AT_ONCE) {
    const some = codes.slice(from, from + AT_ONCE);
    const documents = await Promise.all(some.map(async (code) => (await fetch(`${url}/api/v1/subjects/${code}`)).text()));
    await client.query('insert into limit_documents select * from unnest($1::text[], $2::text[])', [some, documents]);
  }
  await client.query('delete from consumed_offsets'); // the topics go
  await client.query('vacuum analyze');
}

await fill();
