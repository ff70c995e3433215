import { type ItemCode } from '@chengxin/law';
import { PERSONAS } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CityRow, filed, ITEMS, listed, rowsOf } from './city-records.js';
import { missingLines, tourSteps, walk } from './readme-tour.js';
import { System } from './system.js';

let system: System;
beforeAll(async () => {
  system = await System.start();
}, 300_000);
afterAll(async () => {
  expect(await system?.stop()).toEqual([]);
}, 60_000);

const MACHINES = new Map(PERSONAS.filter(({ machine }) => machine).map(({ unit, user }) => [unit, user]));
const [AGENTS = ''] = PERSONAS.find(({ user }) => user === 'enterprise')?.enterprises ?? [];

/** How far the newest record of each item goes today; a sort is what its row says beside. */
const REACH: Record<string, [reach: 'public' | 'shared' | 'authorised', sort?: Record<string, string>]> = {
  judgment: ['public'],
  enforcement: ['public'],
  'consumption-restriction': ['public'],
  licence: ['public'],
  penalty: ['public', { penaltyKinds: '没收违法所得;罚款' }],
  'administrative-compulsion': ['shared'],
  'administrative-inspection': ['shared'],
  'administrative-reward': ['shared'],
  'administrative-act': ['shared'],
  'professional-qualification': ['shared'],
  'abnormal-operation': ['authorised'], // minor, so never published, and of more than three months ago
  'tax-abnormal': ['public'],
  'serious-dishonesty': ['public'],
  'contract-performance': ['shared'],
  'payment-arrears': ['shared'],
  'credit-commitment': ['public', { disclosure: '可向社会公开' }],
  'broken-commitment': ['shared'],
  'department-rating': ['public', { disclosure: '社会公开' }],
  'compliance-fact': ['shared'],
  honour: ['public'],
  'intellectual-property': ['public'],
  'intellectual-property-infringement': ['public'],
  'volunteered-fact': ['public', { disclosure: '社会公开' }],
};

function newest(item: ItemCode, sort: Record<string, string> = {}): CityRow {
  const row = rowsOf(item).find(({ fields }) => Object.entries(sort).every(([name, value]) => fields[name] === value));
  if (!row) throw new Error(`the city has no ${item} with ${JSON.stringify(sort)}`);
  return row;
}

test('the demonstration holds records of every item of the catalogue', () => {
  expect(Object.keys(REACH)).toEqual(ITEMS.map(({ code }) => code));
});

test.each(ITEMS.map(({ code }) => code))('a row of %s goes from its file to whom it is for, as it was written', async (code) => {
  const [reach, sort] = REACH[code]!;
  const row = newest(code, sort);
  const source = await listed(system, row, MACHINES.get(row.unit));
  expect(source?.fields).toEqual(row.fields);
  const [file, list, department] = await Promise.all([filed(system, row), listed(system, row), listed(system, row, 'procurement')]);
  expect([file, list, department].map((found) => found?.recordId === source?.recordId)).toEqual([
    reach === 'public',
    reach === 'public',
    reach !== 'authorised',
  ]);
});

test.each<[ItemCode, string, string[]]>([
  ['volunteered-fact', '政务共享', ['procurement', 'enterprise']],
  ['volunteered-fact', '授权查询', ['enterprise']],
  ['credit-commitment', '特定范围内公开', ['procurement', 'enterprise']],
  ['credit-commitment', '不可公开', ['enterprise']],
])('a row of %s that says %s is for %j and not for the public', async (code, disclosure, expected) => {
  const row = newest(code, { disclosure, creditCode: AGENTS });
  await expect(listed(system, row, 'regulator')).resolves.toMatchObject({ fields: { disclosure } });
  await expect(filed(system, row)).resolves.toBeUndefined();
  const readers = ['procurement', 'enterprise'];
  const seen = await Promise.all(readers.map(async (user) => ((await listed(system, row, user)) ? [user] : [])));
  expect(seen.flat()).toEqual(expected);
});

test('the tour of the README walks one penalty from a file to every department, and back by repair', async () => {
  const steps = tourSteps();
  const printed = await walk(steps, system.env);
  const missing = steps.map((step, n) => ({ commands: step.commands, missing: missingLines(step, printed[n] ?? ''), printed: printed[n] }));
  expect(missing.filter(({ missing: lines }) => lines.length > 0)).toEqual([]);
}, 300_000);
