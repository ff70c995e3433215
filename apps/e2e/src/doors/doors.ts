import { randomUUID } from 'node:crypto';
import { completeCreditCode } from '@chengxin/kernel';
import { CITY_AREA } from '@chengxin/testing';
import { type Answer } from '../gateway.js';
import { statedBy } from '../stated.js';
import { type System } from '../system.js';
import { type About, type Abouts } from './abouts.js';
import { requestOf } from './requests.js';
import { COLUMNS, type Row } from './table.js';

type Problem = { type?: string };

/** Whether users state a purpose of their role, as far as it has one. */
export type Manner = 'for a purpose' | 'without a purpose';

/** What each column of a row is answered: one word where all its users hear the same, else who hears what. */
export async function tried(system: System, abouts: Abouts, { route, about }: Row, manner: Manner): Promise<Record<string, string>> {
  const named = abouts.get(about);
  if (!named) throw new Error(`abouts.ts does not know “${about}”; it knows: ${[...abouts.keys()].join(' | ')}`);
  const columns = Object.entries(COLUMNS).map(async ([column, users]) => {
    const heard = await Promise.all(
      users.map(async (user) => [user, await heardBy(system, { route, user, manner }, await named())] as const),
    );
    const words = new Set(heard.map(([, word]) => word));
    return [column, words.size === 1 ? [...words].join() : heard.map(([user, word]) => `${word} by ${user}`).join(', ')] as const;
  });
  return Object.fromEntries(await Promise.all(columns));
}

type Visit = { route: string; user: string | undefined; manner: Manner };

const NO_UNIT = completeCreditCode('11', CITY_AREA, 'MB0C9999');

async function heardBy(system: System, visit: Visit, abouts: readonly About[]): Promise<string> {
  const words = new Set<string>();
  for (const about of abouts) words.add(await word(system, visit, about));
  return [...words].join(' or ');
}

/** What a door says: `open`, or the status that shuts it; a 404 is only right when an identifier of nothing gets the same answer. */
async function word(system: System, visit: Visit, about: About): Promise<string> {
  const answer = await visited(system, visit, about);
  if (answer.status === 404) {
    const nothing = await visited(system, visit, { ...about, ...ofNothing(about) });
    return nothing.status === 404 && nothing.body.type === answer.body.type ? '404' : `404 (${answer.body.type}), which tells of it`;
  }
  const shut = [401, 403].includes(answer.status);
  const open = answer.status < 300 || (!visit.route.startsWith('GET ') && answer.status < 500 && answer.status !== 429);
  return !shut && open ? 'open' : String(answer.status);
}

const ofNothing = ({ id, recordId, unit }: About): About => ({
  ...(id && { id: randomUUID() }),
  ...(recordId && { recordId: randomUUID() }),
  ...(unit && { unit: NO_UNIT }),
});

function visited(system: System, { route, user, manner }: Visit, about: About): Promise<Answer<Problem>> {
  const { query: _, headers, ...request } = requestOf(route, about);
  const stated = manner === 'for a purpose' ? statedBy(user) : {};
  return system.gateway.ask<Problem>({ ...request, headers: { ...stated, ...headers }, ...(user && { as: user }) });
}
