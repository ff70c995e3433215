import { type Service } from '@chengxin/contracts';
import { type System } from './system.js';

type Entry = [position: string, eventId: string, key: string, sequence: number, typeOrHandler: string];

/** The numbers of a key's events on a topic, in the order in which their producer published them. */
export async function publishedNumbers(system: System, producer: Service, topic: string, key: string): Promise<number[]> {
  return numbersOf(await journal(system, `/operations/${producer}/produced?topic=${topic}`), key);
}

/** The same in the order in which a handler of a consumer applied them, for each of its handlers. */
export async function appliedNumbers(system: System, consumer: Service, topic: string, key: string): Promise<number[][]> {
  const entries = await journal(system, `/operations/${consumer}/applied?topic=${topic}`);
  const handlers = new Set(entries.map(([, , , , handler]) => handler));
  return [...handlers].map((of) =>
    numbersOf(
      entries.filter(([, , , , handler]) => handler === of),
      key,
    ),
  );
}

const numbersOf = (entries: readonly Entry[], wanted: string): number[] =>
  entries.filter(([, , key]) => key === wanted).map(([, , , sequence]) => sequence);

async function journal(system: System, path: string): Promise<Entry[]> {
  const read: Entry[] = [];
  for (;;) {
    const after = read.at(-1)?.[0];
    const { items } = await system.gateway.get<{ items: Entry[] }>(after === undefined ? path : `${path}&after=${after}`, 'admin');
    if (items.length === 0) return read;
    read.push(...items);
  }
}
