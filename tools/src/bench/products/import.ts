import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Outcome } from '../outcome.js';
import { refusedOf, writePenalties, writeRegister } from './penalty-files.js';
import { makeDatabase, type ServiceDatabase, ServiceProcess } from './service-process.js';
import { given, makeSurroundings } from './surroundings.js';
import { Unit } from './unit.js';

/** From the receipt of the file, which is on disk by then, to its last row committed and its report announced. */
const SECONDS = `select extract(epoch from ended_at - received_at)::float8 as seconds from batches where id = $1`;

const CHECK = `
  select (select count(*) from records)::integer as records,
         (select count(*) from record_facts)::integer as facts,
         (select count(*) from rejections)::integer as rejections,
         (select count(distinct (key, sequence)) from outbox_events where type = 'credit.registry.record-collected.v1')::integer as events`;

/** A unit's year comes in as one file: read, checked, classified, stored and announced, while the relay publishes as it always does. */
async function load(): Promise<Outcome> {
  const told = given();
  const [register, penalties] = [path.join(told.folder, 'register.csv'), path.join(told.folder, 'penalties.csv')];
  await writeRegister(register, told.enterprises);
  await writePenalties(penalties, told.size, told.enterprises);
  const around = await makeSurroundings(told);
  const database = await makeDatabase('registry', told.server);
  const service = await ServiceProcess.start('registry', { env: around.env, databaseUrl: database.url });
  try {
    await service.ready();
    const unit = new Unit(service, around.tokens);
    await unit.send('subject-register', register, { asOf: '2026-05-10' });
    const { id, state } = await unit.send('penalty', penalties);
    const peakMegabytes = peakOfChild();
    const [taken] = (await database.client.query<{ seconds: number }>(SECONDS, [id])).rows;
    const checked = state === 'done' && (await isWhole(database, told.size));
    return { seconds: taken?.seconds ?? NaN, units: told.size, checked, peakMegabytes };
  } finally {
    await service.stop();
    await Promise.all([database.drop(), around.remove()]);
  }
}

async function isWhole({ client }: ServiceDatabase, rows: number): Promise<boolean> {
  const refused = refusedOf(rows);
  const accepted = rows - refused;
  const [held] = (await client.query<{ records: number; facts: number; rejections: number; events: number }>(CHECK)).rows;
  return held?.records === accepted && held.facts === accepted && held.events === accepted && held.rejections === refused;
}

/** The highest resident memory (MB) of the one process that this program has started and not yet ended. */
function peakOfChild(): number {
  const [child] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').slice(-1);
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

console.log(JSON.stringify(await load()));
