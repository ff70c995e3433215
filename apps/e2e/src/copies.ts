import { type Service } from '@chengxin/contracts';
import { eventually } from '@chengxin/testing';
import { type System } from './system.js';

/** The services that keep copies. */
export const COPYING = ['rating', 'repair', 'verification', 'disclosure', 'delivery'] as const satisfies readonly Service[];

const PATIENCE_MS = 60_000;

const TABLES = `
  select relname as name from pg_class
   where relnamespace = 'public'::regnamespace and relkind = 'r' and obj_description(oid, 'pg_class') like 'Copy%' order by 1`;

/** The digest of each copy of a service over all its rows. Throws when it has none. */
export async function digests(system: System, service: Service): Promise<string[]> {
  const tables = await system.query<{ name: string }>(service, TABLES);
  if (tables.length === 0) throw new Error(`${service} has no copies`);
  const rows = tables.map(({ name }) =>
    system.query<{ said: string }>(
      service,
      `select '${name} ' || count(*) || ' ' || md5(string_agg(t::text, ',' order by t::text)) as said from ${name} t`,
    ),
  );
  return (await Promise.all(rows)).flat().map(({ said }) => said);
}

/**
 * Has the copies of a service rebuilt from the command line, and kills the service when they are filled but cannot be swapped yet. Gives
 * how it ended, and whether it was under way when the process was gone.
 */
export async function rebuiltThroughAKill(system: System, service: Service): Promise<{ state: string; killed: boolean }> {
  const session = await system.session(service);
  try {
    await session.query(`select pg_advisory_lock_shared(hashtextextended('chengxin.rebuild', 42))`);
    const rebuilding = system.cli<{ state: string }>('rebuild', service);
    const open = async (state: string) => (await session.query(`select from rebuilds where ended_at is null ${state}`)).rowCount === 1;
    await eventually(() => open('and applied > 0'), `the rebuild of ${service} to be in the middle`, PATIENCE_MS);
    const gone = system.kill(service);
    const killed = await open('');
    await system.isBack(gone);
    await session.query('select pg_advisory_unlock_all()');
    return { state: (await rebuilding).state, killed };
  } finally {
    await session.end();
  }
}
