import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ReportReceivedV1 } from '@chengxin/contracts';
import { city, eventually } from '@chengxin/testing';
import { Registry } from './registry-under-test.js';

jest.setTimeout(180_000);

let registry: Registry;
const chengzhou = city({ seed: 1, size: 200, badRows: 7 });

beforeAll(async () => {
  registry = await Registry.start();
});

afterAll(() => registry.service.close());

/** Sends every file as the department that supplies it, in the order of the city, and waits for the last. */
async function loadCity(): Promise<{ accepted: number; refused: number; unchanged: number }> {
  const ids: string[] = [];
  for (const { item, unit, asOf, csv } of chengzhou.files) {
    const as = { role: 'department-client' as const, unit: unit.code };
    const { status, body } = await registry.upload(item, csv(), { asOf, unitName: unit.name }, as);
    expect([status, body]).toMatchObject([202, { state: expect.stringMatching(/waiting|running|done/) }]);
    ids.push(body.id);
  }
  await eventually(
    async () =>
      (await registry.sql<{ n: number }>(`select count(*)::int n from batches where id = any($1) and state = 'done'`, [ids]))[0]?.n ===
      ids.length,
    'the files of the city to be read',
    120_000,
  );
  const [sums] = await registry.sql<{ accepted: number; refused: number; unchanged: number }>(
    `select sum(accepted)::int accepted, sum(refused)::int refused, sum(unchanged)::int unchanged from batches where id = any($1)`,
    [ids],
  );
  if (!sums) throw new Error('no batches');
  return sums;
}

describe('the fictional city', () => {
  const { subjects, records, refused } = chengzhou.counts;

  test('comes in whole: its counts are those that the generator gives', async () => {
    expect(await loadCity()).toEqual({ accepted: subjects + records, refused, unchanged: 0 });
    const [held] = await registry.sql(`select (select count(*)::int from subjects) subjects, (select count(*)::int from records) records`);
    expect(held).toEqual({ subjects, records });
    await eventually(
      () => registry.service.neighbour.received(ReportReceivedV1).length === chengzhou.files.length,
      'a report of every file',
      60_000,
    );
  });

  test('a second time changes nothing', async () => {
    expect(await loadCity()).toEqual({ accepted: 0, refused, unchanged: subjects + records });
  });
});
