import { type Service, TOPICS } from '@chengxin/contracts';
import { type System } from './system.js';

/** What was under way at a service at one moment: events it had not published, and records it had not taken in. */
export type InFlight = { unpublished: number; unconsumed: number };

const RECORDS = 'credit.registry.records';
const COLLECTED = 'credit.registry.record-collected.v1';

const UNPUBLISHED = `
  select count(*)::integer as n from outbox_events
   where added_at <= $1 and type not like '%.watermark-announced.v_'
     and (xid, position) > ((select xid from outbox_cursor), (select position from outbox_cursor))`;

const LATELY_COLLECTED = `
  select event_id::text as id from outbox_events
   where topic = '${RECORDS}' and type = '${COLLECTED}' and added_at <= $1 and added_at > $1 - interval '1 minute'`;

const TAKEN = `select count(distinct event_id)::integer as n from inbox_entries where event_id = any($1::uuid[])`;

/**
 * What was under way at a service when it was stopped at `at` (milliseconds since 1970). To be asked while it stands still: so does
 * its database then.
 */
export async function inFlightAt(system: System, service: Service, at: number): Promise<InFlight> {
  const moment = new Date(at);
  const [own] = await system.query<{ n: number }>(service, UNPUBLISHED, [moment]);
  return { unpublished: own?.n ?? 0, unconsumed: await unconsumed(system, service, moment) };
}

async function unconsumed(system: System, service: Service, moment: Date): Promise<number> {
  const consumes = TOPICS.some(({ name, consumers }) => name === RECORDS && consumers.includes(service));
  if (!consumes) return 0;
  const collected = (await system.query<{ id: string }>('registry', LATELY_COLLECTED, [moment])).map(({ id }) => id);
  const [taken] = await system.query<{ n: number }>(service, TAKEN, [collected]);
  return collected.length - (taken?.n ?? 0);
}
