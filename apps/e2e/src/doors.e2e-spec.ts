import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually, PERSONAS } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WORKSPACE } from './commands.js';
import { type Abouts, aboutsOf } from './doors/abouts.js';
import { tried } from './doors/doors.js';
import { Endpoint } from './doors/endpoint.js';
import { answersAbout, CITIZEN, givenBack, plant, TELEPHONE } from './doors/planted.js';
import {
  allowed,
  collectSome,
  inFeed,
  listed,
  manners,
  ofUnit,
  oneByOne,
  onFile,
  searched,
  type Truth,
  truthOf,
} from './doors/same-set.js';
import { COLUMNS, readDoors, suggestedRow, withoutPurpose } from './doors/table.js';
import { inDatabases, inFiles, onTopics } from './doors/traces.js';
import { System } from './system.js';

const MINUTE = 60_000;
const ROWS = readDoors();

type Operation = { 'x-roles'?: string[]; 'x-without-purpose'?: string };
type Document = { paths: Record<string, Record<string, Operation>> };
const { paths } = JSON.parse(readFileSync(path.join(WORKSPACE, 'docs/api/openapi.json'), 'utf8')) as Document;
const ROUTES = new Map<string, Operation>(
  Object.entries(paths).flatMap(([address, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${address}`, operation] as const),
  ),
);

let system: System;
let abouts: Abouts;

beforeAll(async () => {
  system = await System.start('info');
  abouts = await aboutsOf(system);
}, 5 * MINUTE);

afterAll(async () => {
  expect(await system?.stop()).toEqual([]);
}, MINUTE);

describe('docs/doors.md', () => {
  test('has every route of docs/api/openapi.json; the row to add is the one named here', () => {
    const known = new Set(ROWS.map(({ route }) => route));
    expect(
      [...ROUTES].filter(([route]) => !known.has(route)).map(([route, operation]) => suggestedRow(route, operation['x-roles'])),
    ).toEqual([]);
  });

  test('has no route that the document does not have', () => {
    expect(ROWS.filter(({ route }) => !ROUTES.has(route)).map(({ route }) => route)).toEqual([]);
  });

  test('has a column for every user of the demonstration', () => {
    const inColumns = Object.values(COLUMNS).flat();
    expect(PERSONAS.filter(({ user }) => !inColumns.includes(user))).toEqual([]);
  });

  test.each(ROWS.map((row) => [row.route, row.about, row] as const))(
    '%s, about %s',
    async (_, _about, row) => {
      expect(await tried(system, abouts, row, 'for a purpose')).toEqual(row.expected);
    },
    MINUTE,
  );

  const notPublic = ROWS.flatMap((row) => {
    const without = ROUTES.get(row.route)?.['x-without-purpose'];
    return without ? [[row.route, row.about, row, withoutPurpose(row.expected, without)] as const] : [];
  });

  test.each(notPublic)(
    '%s, about %s, without a purpose',
    async (_, _about, row, expected) => {
      expect(await tried(system, abouts, row, 'without a purpose')).toEqual(expected);
    },
    MINUTE,
  );
});

describe('every reader gets the same set by every way', () => {
  const FEED = ['department-client', 'checking-officer', 'determining-officer', 'regulator'];
  const SINGLE = ['department-client', 'determining-officer'];
  const readers = [{ user: undefined, role: 'public', enterprises: [] } as const, ...PERSONAS].flatMap(manners);
  let truth: Truth;

  beforeAll(async () => {
    truth = await truthOf(system);
  }, MINUTE);

  test(
    'in search and list, one by one, on the credit file and in the feed, namely what the law lets see',
    async () => {
      const enterprise = fc.constantFrom(...truth.records.keys());
      const sameSet = fc.asyncProperty(enterprise, fc.constantFrom(...readers), async (code, reader) => {
        const expected = allowed(truth, code, reader);
        expect(await searched(system, code, reader)).toEqual([{ creditCode: code, name: truth.names.get(code) }]);
        expect(await listed(system, code, reader)).toEqual(expected);
        if (FEED.includes(reader.role) && reader.states['purpose']) expect(await inFeed(system, code, reader)).toEqual(expected);
        if (SINGLE.includes(reader.role)) {
          expect(await oneByOne(system, truth, code, reader)).toEqual(ofUnit(expected, truth, code, reader.unit));
        }
        if (!reader.user) expect(await onFile(system, code)).toEqual(expected);
      });
      await fc.assert(sameSet, { numRuns: 200 });
    },
    2 * MINUTE,
  );

  test(
    'by webhook: what the feed gives it from where its endpoint was set up',
    async () => {
      const endpoints = await Promise.all(['department', 'tax'].map((user) => Endpoint.of(system, user)));
      await collectSome(system);
      await expect(system.cli('reconcile', '--wait', '30')).resolves.toMatchObject({ clean: true });
      for (const endpoint of endpoints) {
        const entries = await endpoint.inFeed();
        expect(entries.length).toBeGreaterThan(3);
        await eventually(() => endpoint.taken.length >= entries.length, 'everything to be pushed');
        expect(endpoint.taken).toEqual(entries);
        await endpoint.end();
      }
    },
    MINUTE,
  );
});

describe('an identity number and a telephone, sent in at every door', () => {
  const numbers = [CITIZEN, TELEPHONE];
  let batch: string;

  beforeAll(async () => {
    batch = await plant(system);
    await expect(system.cli('reconcile', '--wait', '30')).resolves.toMatchObject({ clean: true });
  }, 2 * MINUTE);

  test('lie in the one deletable table of their owner, and in no other table', async () => {
    expect(await inDatabases(system, numbers)).toEqual(['registry.personal_details', 'repair.contacts']);
  });

  test(
    'are in no event',
    async () => {
      const { topics, read } = await onTopics(system, numbers);
      expect(topics).toEqual([]);
      expect(read).toBeGreaterThan(1_000);
    },
    MINUTE,
  );

  test('are in no log', () => {
    const { files, read } = inFiles(path.join(system.dataDir, 'logs'), numbers);
    expect(files).toEqual([]);
    expect(read).toBeGreaterThan(8);
  });

  test('are in no upload once its job has ended', () => {
    expect(inFiles(path.join(system.dataDir, 'storage'), numbers).files).toEqual([]);
  });

  test('are in no receipt and in no reason', async () => {
    const said = await answersAbout(system, batch);
    for (const number of numbers) expect(said).not.toContain(number);
  });

  test('come back to their sender out of that table alone: once they are deleted there, the rows have them no longer', async () => {
    expect(await givenBack(system, batch)).toContain(CITIZEN);
    await system.query('registry', 'delete from personal_details');
    const rows = await givenBack(system, batch);
    expect(rows).toContain('测〔2026〕植2号');
    for (const number of numbers) expect(rows).not.toContain(number);
  });
});
