import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RecordCollectedV1 } from '@chengxin/contracts';
import type pg from 'pg';
import type { Outcome } from '../outcome.js';
import { makeDatabase, ServiceProcess } from './service-process.js';
import { given, makeSurroundings } from './surroundings.js';
import { chunksOf, type ReadBack, readBack } from './wire.js';

const ADD = `select add_outbox_events($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[])`;
const REACHED = `
  select c.moved_at as at from outbox_cursor c
   where (c.xid, c.position) >= (select xid, position from outbox_events where topic = $1 order by xid desc, position desc limit 1)`;

/**
 * A registry at rest, into whose outbox one transaction puts all events: its relay sees them at the commit. Taken is the time from
 * there until the relay's cursor, which only moves behind what is acknowledged, has passed the last of them.
 */
async function drain(): Promise<Outcome> {
  const told = given();
  const around = await makeSurroundings(told);
  const database = await makeDatabase('registry', told.server);
  const service = await ServiceProcess.start('registry', { env: around.env, databaseUrl: database.url });
  try {
    await service.ready();
    const units = await fill(database.client, path.join(told.folder, 'messages.jsonl'));
    const started = new Date();
    await database.client.query('commit');
    const seconds = (Number(await reached(database.client)) - Number(started)) / 1_000;
    const found = await readBack(around.kafka, around.prefix + RecordCollectedV1.topic, units);
    return { seconds, units, checked: found.length === units && isWhole(found, units) };
  } finally {
    await service.stop();
    await Promise.all([database.drop(), around.remove()]);
  }
}

async function fill(client: pg.Client, file: string): Promise<number> {
  let units = 0;
  await client.query('begin');
  for await (const chunk of chunksOf(file)) {
    await client.query(ADD, [
      chunk.map(({ topic }) => topic),
      chunk.map(({ key }) => key),
      chunk.map(({ id }) => id),
      chunk.map(({ type }) => type),
      chunk.map(({ value }) => value.replace(/^\{"sequence":"\d+",/, '{')),
    ]);
    units += chunk.length;
  }
  return units;
}

async function reached(client: pg.Client): Promise<Date> {
  for (;;) {
    const { rows } = await client.query<{ at: Date }>(REACHED, [RecordCollectedV1.topic]);
    if (rows[0]) return rows[0].at;
    await sleep(5);
  }
}

/** Each event once, and those of each key in the order of their numbers. */
function isWhole(found: readonly ReadBack[], units: number): boolean {
  const last = new Map<string, number>();
  const ids = new Set<string>();
  for (const { key, value } of found) {
    const { id, sequence } = JSON.parse(value) as { id: string; sequence: string };
    if (Number(sequence) !== (last.get(key) ?? 0) + 1) return false;
    last.set(key, Number(sequence));
    ids.add(id);
  }
  return ids.size === units;
}

console.log(JSON.stringify(await drain()));
