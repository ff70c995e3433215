import { type Service } from '@chengxin/contracts';
import { eventually, groupShares, type Share } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Dice } from './dice.js';
import { Load } from './load.js';
import { freeBase } from './ports.js';
import { differences } from './reconciled.js';
import { Replica } from './replica.js';
import { System } from './system.js';

const MINUTE = 60_000;
const SHARED: Service[] = ['rating', 'verification', 'delivery'];

let system: System;
let load: Load;
const replicas: Replica[] = [];

beforeAll(async () => {
  system = await System.start();
  load = new Load(system.gateway, Dice.ofThisRun());
  load.start();
  await load.flowing();
}, 5 * MINUTE);

afterAll(async () => {
  await load?.stop();
  await Promise.all(replicas.map((replica) => replica.stop()));
  expect(await system?.stop()).toEqual([]);
}, MINUTE);

/** How far a service has consumed each partition, with all of its processes. */
async function consumedBy(service: Service): Promise<Map<string, number>> {
  type Row = { place: string; next: number };
  const rows = await system.query<Row>(
    service,
    `select topic || '/' || partition as place, next_offset::float8 as next from consumed_offsets`,
  );
  return new Map(rows.map(({ place, next }) => [place, next]));
}

async function another(service: Service): Promise<Replica> {
  const replica = await Replica.start(system, service, await freeBase());
  replicas.push(replica);
  return replica;
}

/** Waits until so many processes of a service share its partitions. Gives each one's share. */
async function divided(service: Service, processes: number): Promise<Share[]> {
  const found = async () => {
    const shares = await groupShares(system.kafka(service), service);
    return shares.length === processes ? shares : undefined;
  };
  return eventually(found, `${processes} processes of ${service} in its group`, MINUTE);
}

/** Waits until something more is consumed of each share. */
async function consuming(service: Service, shares: readonly Share[]): Promise<void> {
  const before = await consumedBy(service);
  for (const share of shares) {
    const grown = async () => {
      const now = await consumedBy(service);
      return share.some((place) => (now.get(place) ?? 0) > (before.get(place) ?? 0));
    };
    await eventually(grown, `a process of ${service} to consume of its ${share.length} partitions`, MINUTE);
  }
}

/** Gives a service a second process, takes away the one, gives it a third, takes away the first, and stops the third, each under load. */
async function exchange(service: Service): Promise<void> {
  const all = (await divided(service, 1)).flat().sort();
  const shared = async (processes: number) => {
    const shares = await divided(service, processes);
    expect(shares.flat().sort()).toEqual(all);
    await consuming(service, shares);
  };
  const second = await another(service);
  await shared(2);
  second.kill();
  await shared(1);
  const third = await another(service);
  await shared(2);
  await system.isBack(system.kill(service));
  await shared(2);
  await third.stop();
  await shared(1);
}

// another process' environment can be read on Linux only
(Replica.possible ? test : test.skip)(
  'two processes of a service share its work, and either goes on alone, with nothing lost, doubled, swapped or parked',
  async () => {
    await Promise.all(SHARED.map(exchange));
    await load.stop();
    await expect(differences(system)).resolves.toEqual([]);
  },
  5 * MINUTE,
);
