import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICES } from '@chengxin/contracts';
import { stating } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COPYING, digests, rebuiltThroughAKill } from './copies.js';
import { Dice } from './dice.js';
import { inFlightAt } from './in-flight.js';
import { Load } from './load.js';
import { differences } from './reconciled.js';
import { System } from './system.js';

const PASSES = 10;
const PASS_MS = 2_000;
const BURST_MS = 40; // about as long as a burst of the load is under way
const MOMENTS = 100;
const OUTAGE_MS = 30_000;
const MINUTE = 60_000;

const DOORS = ['registry', 'gateway'] as const; // no record comes in without them
const BEHIND = SERVICES.filter((service) => !(DOORS as readonly string[]).includes(service));

const dice = Dice.ofThisRun();
let system: System;
let load: Load;

beforeAll(async () => {
  system = await System.start();
  load = new Load(system.gateway, dice.split());
  load.start();
  await load.flowing();
}, 5 * MINUTE);

afterAll(async () => {
  await load?.stop();
  expect(await system?.stop()).toEqual([]);
}, MINUTE);

/**
 * Stops a service at random moments until one is found at which something was under way there, kills it where it stands, and waits
 * until it is back. Gives how much was under way: events not published, records not taken in, requests not answered.
 */
async function killed(name: (typeof SERVICES)[number], after: number): Promise<number> {
  await sleep(after);
  for (let tries = 0; tries < MOMENTS; tries++) {
    await load.flowing();
    await sleep(dice.below(BURST_MS));
    system.freeze(name);
    const underWay = await underWayAt(name, Date.now(), load.pending);
    if (underWay > 0) {
      await system.isBack(system.kill(name));
      return underWay;
    }
    system.thaw(name);
  }
  throw new Error(`nothing was under way at ${name} at ${MOMENTS} moments`);
}

async function underWayAt(name: (typeof SERVICES)[number], at: number, requests: number): Promise<number> {
  if (name === 'gateway') return requests;
  const { unpublished, unconsumed } = await inFlightAt(system, name, at);
  return unpublished + unconsumed + (name === 'registry' ? requests : 0);
}

/** Lets what is under way end, and finds what is not as it should be. */
async function atRest(): Promise<string[]> {
  await load?.stop();
  const found = await differences(system);
  load.start();
  return found;
}

describe('nothing is lost, doubled, swapped or parked', () => {
  test(
    'when every service is killed ten times with events under way',
    async () => {
      for (let pass = 1; pass <= PASSES; pass++) {
        const began = Date.now();
        // The doors come last: behind a closed one nothing is under way.
        const moments = [...BEHIND.map((name) => [name, 0] as const), ...DOORS.map((name) => [name, PASS_MS] as const)];
        const kills = moments.map(async ([name, from]) => `${name} ${await killed(name, from + dice.below(PASS_MS))}`);
        const found = await Promise.all(kills);
        process.stderr.write(`pass ${pass}: ${((Date.now() - began) / 1000).toFixed(1)} s; under way: ${found.join(', ')}\n`);
      }
      await expect(atRest()).resolves.toEqual([]);
    },
    15 * MINUTE,
  );

  test.each(['kafka', 'postgres'])(
    'when %s stands still for thirty seconds',
    async (name) => {
      await load.flowing();
      system.freeze(name);
      await sleep(OUTAGE_MS);
      system.thaw(name);
      await load.flowing();
      await expect(atRest()).resolves.toEqual([]);
    },
    5 * MINUTE,
  );

  test.each(['kafka', 'postgres'])(
    'when %s is killed',
    async (name) => {
      await load.flowing();
      await system.isBack(system.kill(name));
      await load.flowing();
      await expect(atRest()).resolves.toEqual([]);
    },
    5 * MINUTE,
  );
});

describe('what was acknowledged', () => {
  beforeAll(() => load?.stop(), MINUTE);

  test(
    'is in every public credit file',
    async () => {
      const shown = new Set<string>();
      for (const code of new Set(load.acknowledged.map(({ creditCode }) => creditCode))) {
        const records = await system.gateway.all<{ documentNumber: string }>(`/subjects/${code}/records?item=penalty`);
        for (const { documentNumber } of records) shown.add(`${code} ${documentNumber}`);
      }
      const missing = load.acknowledged.filter(({ creditCode, documentNumber }) => !shown.has(`${creditCode} ${documentNumber}`));
      expect(missing).toEqual([]);
    },
    MINUTE,
  );

  test(
    'is in the audit once',
    async () => {
      type Entry = { key: string; data: { documentNumber: string } };
      const entries = await system.gateway.all<Entry>(
        '/audit/entries?type=credit.registry.record-collected.v1',
        'auditor',
        stating('audit'),
      );
      const kept = new Map<string, number>();
      for (const { key, data } of entries) kept.set(`${key} ${data.documentNumber}`, (kept.get(`${key} ${data.documentNumber}`) ?? 0) + 1);
      const wrong = load.acknowledged.filter(({ creditCode, documentNumber }) => kept.get(`${creditCode} ${documentNumber}`) !== 1);
      expect(wrong).toEqual([]);
    },
    MINUTE,
  );

  test(
    'is in every copy that is rebuilt, though the service is killed in the middle',
    async () => {
      await expect(differences(system)).resolves.toEqual([]);
      const digestsNow = () => Promise.all(COPYING.map((service) => digests(system, service)));
      const before = await digestsNow();
      const rebuilt = await Promise.all(COPYING.map((service) => rebuiltThroughAKill(system, service)));
      expect(rebuilt).toEqual(COPYING.map(() => ({ state: 'done', killed: true })));
      expect(await digestsNow()).toEqual(before);
      await expect(differences(system)).resolves.toEqual([]);
    },
    3 * MINUTE,
  );

  test('was much, and nothing was refused', () => {
    expect(load.refused).toEqual([]);
    expect(load.acknowledged.length).toBeGreaterThan(1_000);
    expect(load.answeredChecks).toBeGreaterThan(100);
  });
});
