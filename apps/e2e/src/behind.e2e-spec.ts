import { setTimeout as sleep } from 'node:timers/promises';
import { RecordCollectedV1, operationContract, type Service, TOPICS } from '@chengxin/contracts';
import { type CityEnterprise, eventually } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { said } from './audit.js';
import { check } from './checks.js';
import { appliedNumbers, publishedNumbers } from './journals.js';
import { aPenalty, ENTERPRISES } from './penalties.js';
import { differences } from './reconciled.js';
import { System } from './system.js';

const MINUTE = 60_000;
const RECORDS = RecordCollectedV1.topic;
const READERS = TOPICS.find(({ name }) => name === RECORDS)?.consumers ?? [];
const BEHIND = 'an earlier event of its topic and key is parked';

type Parked = { service: Service; topic: string; key: string; reason: string; attempts: number };

let system: System;
let numbers = 0;

beforeAll(async () => {
  system = await System.start();
}, 5 * MINUTE);

afterAll(async () => {
  expect(await system?.stop()).toEqual([]);
}, MINUTE);

/** Enterprises that nothing speaks against: a check lets them pass. */
async function blameless(count: number): Promise<CityEnterprise[]> {
  const found: CityEnterprise[] = [];
  for (const enterprise of ENTERPRISES.slice(2)) {
    if (found.length === count) break;
    if ((await check(system, enterprise.code)).suggestion === 'pass') found.push(enterprise);
  }
  return found;
}

/** Has records of new penalties collected, one after the other. */
async function punish(enterprise: CityEnterprise, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await system.gateway.post('/records', aPenalty(enterprise, `澄市监罚〔2026〕试${++numbers}号`), 'department');
  }
}

async function parkedOf({ code }: CityEnterprise): Promise<Parked[]> {
  const { items } = await system.cli<{ items: Parked[] }>('parked', 'list');
  return items.filter(({ key }) => key === code);
}

const isShown = async ({ code }: CityEnterprise, records: number) => {
  const items = await system.gateway.all<{ documentNumber: string }>(`/subjects/${code}/records?item=penalty`);
  return items.filter(({ documentNumber }) => documentNumber.includes('试')).length >= records;
};

const gapless = (sequences: readonly number[]) => sequences.every((sequence, n) => sequence === n + 1);

test(
  'a check says unknown while registry has been silent for six seconds, and answers again afterwards',
  async () => {
    const [enterprise] = await blameless(1);
    const code = enterprise!.code;
    system.freeze('registry');
    await sleep(6_000);
    await expect(check(system, code)).resolves.toMatchObject({ suggestion: 'unknown', because: 'behind' });
    system.thaw('registry');
    await eventually(async () => (await check(system, code)).suggestion === 'pass', 'the check to pass again');
  },
  MINUTE,
);

test(
  'eight writers on one enterprise keep its sequence',
  async () => {
    const enterprise = ENTERPRISES[2]!;
    const writer = () => punish(enterprise, 12);
    await Promise.all(Array.from({ length: 8 }, writer));
    await expect(differences(system)).resolves.toEqual([]);
    const published = await publishedNumbers(system, 'registry', RECORDS, enterprise.code);
    expect(published.length).toBeGreaterThanOrEqual(8 * 12);
    expect(gapless(published)).toBe(true);
    for (const reader of READERS) {
      const applied = await appliedNumbers(system, reader, RECORDS, enterprise.code);
      expect({ reader, applied }).toEqual({ reader, applied: applied.map(() => published) });
      expect(applied.length).toBeGreaterThan(0);
    }
  },
  MINUTE,
);

describe('an event that verification cannot apply', () => {
  let stuck: CityEnterprise;
  let other: CityEnterprise;

  beforeAll(async () => {
    [stuck, other] = (await blameless(2)) as [CityEnterprise, CityEnterprise];
    await system.query(
      'verification',
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'this row is refused'; end $$`,
    );
    await system.query(
      'verification',
      `create trigger refuse before insert on records for each row when (new.credit_code = '${stuck.code}') execute function refuse()`,
    );
    await punish(stuck, 3);
    await punish(other, 1);
  }, MINUTE);

  test('is parked there with its reason, and the later ones of its enterprise behind it', async () => {
    await eventually(async () => (await parkedOf(stuck)).length === 3, 'the three events to be parked');
    const [first, ...followers] = await parkedOf(stuck);
    expect(first).toMatchObject({
      service: 'verification',
      topic: RECORDS,
      reason: expect.stringContaining('this row is refused') as unknown,
    });
    expect(followers.map(({ service, reason }) => [service, reason])).toEqual([1, 2].map(() => ['verification', BEHIND]));
  });

  test('holds up no other enterprise and no other service', async () => {
    await eventually(() => isShown(other, 1), 'the other enterprise to be shown with its penalty');
    await eventually(() => isShown(stuck, 3), 'the enterprise itself to be shown with its penalties');
    await eventually(
      async () => (await check(system, other.code)).hits.length > 0,
      'the check of the other enterprise to count its penalty',
    );
  });

  test('makes the check of its enterprise unknown', async () => {
    await expect(check(system, stuck.code)).resolves.toMatchObject({ suggestion: 'unknown', because: 'parked' });
  });

  test(
    'is applied by a replay once its cause is gone, in order with what comes meanwhile',
    async () => {
      await system.query('verification', 'drop trigger refuse on records');
      const line = ['parked', 'replay', 'verification', '--topic', RECORDS, '--key', stuck.code];
      const [replayed] = await Promise.all([system.cli<{ replayed: number }>(...line), punish(stuck, 5)]);
      expect(replayed.replayed).toBeGreaterThanOrEqual(3);
      await expect(differences(system)).resolves.toEqual([]);
      expect((await appliedNumbers(system, 'verification', RECORDS, stuck.code)).map(gapless)).toEqual([true]);
      expect((await check(system, stuck.code)).hits).toHaveLength(8);
      const operations = await said(system, operationContract('verification'), 'verification');
      expect(operations.at(-1)).toMatchObject({ operation: 'replay', target: `${RECORDS} ${stuck.code}` });
    },
    MINUTE,
  );
});

describe('a message that nobody can read', () => {
  let poisoned: CityEnterprise;
  let other: CityEnterprise;

  beforeAll(async () => {
    [poisoned, other] = (await blameless(2)) as [CityEnterprise, CityEnterprise];
    const producer = system.kafka('registry').producer();
    await producer.connect();
    const event = { specversion: '1.0', type: RecordCollectedV1.type, data: { creditCode: poisoned.code } };
    await producer.send({ topic: RECORDS, acks: -1, messages: [{ key: poisoned.code, value: JSON.stringify(event) }] });
    await producer.disconnect();
    await punish(poisoned, 2);
    await punish(other, 1);
  }, MINUTE);

  test('is parked by each of its readers with its reason, and the good ones of its enterprise behind it', async () => {
    await eventually(async () => (await parkedOf(poisoned)).length === 3 * READERS.length, 'all readers to park the line');
    const parked = await parkedOf(poisoned);
    for (const reader of READERS) {
      const reasons = parked.filter(({ service }) => service === reader).map(({ reason }) => reason);
      expect(reasons).toEqual([expect.stringMatching(/^its envelope is wrong: .*'id'/), BEHIND, BEHIND]);
    }
  });

  test('holds up no other enterprise', async () => {
    await eventually(() => isShown(other, 1), 'the other enterprise to be shown with its penalty');
    await eventually(
      async () => (await check(system, other.code)).hits.length > 0,
      'the check of the other enterprise to count its penalty',
    );
    await expect(check(system, poisoned.code)).resolves.toMatchObject({ suggestion: 'unknown', because: 'parked' });
  });

  test(
    'stays parked however often it is replayed, and nothing is applied past it',
    async () => {
      const line = ['parked', 'replay', 'verification', '--topic', RECORDS, '--key', poisoned.code];
      await expect(system.cli(...line)).resolves.toMatchObject({ replayed: 0 });
      const there = (await parkedOf(poisoned)).filter(({ service }) => service === 'verification');
      expect(there.map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
      const found = await differences(system, 5);
      expect(found.filter((each) => !each.startsWith('3 parked'))).toEqual([]);
    },
    MINUTE,
  );
});
