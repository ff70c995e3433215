import { type Service } from '@chengxin/contracts';
import pg from 'pg';
import { eventually } from '../eventually.js';
import { type TestService } from '../service.js';
import { atRest, enterprise, tellAll } from './both-orders.js';
import { type Holding, holdings } from './state.js';

/** What a service holds about some enterprises, before and after. */
export type BeforeAndAfter = { before: Map<string, Holding>; after: Map<string, Holding> };

const ADMINISTRATOR = { role: 'administrator', subject: 'operator' } as const;
const OTHERS = Array.from({ length: 6 }, (_, n) => enterprise(n));
const LATECOMER = enterprise(9_000);

/** Rebuilds the copies of a service. Gives the state in which that ended. */
export async function rebuilt(service: TestService): Promise<string> {
  const path = '/api/v1/operations/rebuild';
  const { status } = await service.request('POST', path, { as: ADMINISTRATOR });
  if (status !== 202) throw new Error(`the rebuild was answered ${status}`);
  const { state } = await eventually(async () => {
    const { body } = await service.request<{ state: string; endedAt?: string }>('GET', path, { as: ADMINISTRATOR });
    return body.endedAt === undefined ? undefined : body;
  }, 'the rebuild to end');
  return state;
}

/** Spoils every copy of a service and rebuilds them, while it is told of one more enterprise. Gives what it holds about the others. */
export async function rebuiltUnderFlow(service: TestService, name: Service): Promise<BeforeAndAfter> {
  const before = await holdings(service, OTHERS);
  await spoil(service);
  const [state] = await Promise.all([rebuilt(service), tellAll(service, name, LATECOMER)]);
  if (state !== 'done') throw new Error(`the rebuild is ${state}`);
  await atRest(service);
  return { before, after: await holdings(service, OTHERS) };
}

/** Rebuilds copies that are sound. Gives what the service holds about an enterprise of which it heard while it was rebuilt before. */
export async function rebuiltAgain(service: TestService): Promise<BeforeAndAfter> {
  const before = await holdings(service, [LATECOMER]);
  await rebuilt(service);
  return { before, after: await holdings(service, [LATECOMER]) };
}

/** Takes from every copy half of its rows. */
async function spoil({ database }: TestService): Promise<void> {
  const owner = new pg.Client({ connectionString: database?.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') like 'Copy%'`,
    );
    if (rows.length === 0) throw new Error('no table is marked as a copy');
    for (const { name } of rows) {
      await owner.query(
        `delete from ${name} where ctid = any(array(select ctid from ${name} limit (select count(*) / 2 + 1 from ${name})))`,
      );
    }
  } finally {
    await owner.end();
  }
}
