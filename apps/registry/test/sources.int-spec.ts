import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  type ContractClass,
  SourceProblemAnsweredV1,
  SourceProblemClosedV1,
  type SourceProblemFact,
  SourceProblemOpenedV1,
  SourceProblemStruckOffV1,
} from '@chengxin/contracts';
import { aCode, aPenalty, csvOf, MARKET_REGULATION } from '@chengxin/registry/testing';
import { eventually, type TokenHolder } from '@chengxin/testing';
import { CLIENT, item, OFFICER, Registry } from './registry-under-test.js';

jest.setTimeout(60_000);

const SUPERVISOR: TokenHolder = { role: 'centre-supervisor', subject: 'supervisor' };
const REVIEWER: TokenHolder = { role: 'centre-reviewer', subject: 'reviewer' };
const STRANGER: TokenHolder = { role: 'determining-officer', unit: aCode(2, '11') };
const UNIT = `/api/v1/sources/${MARKET_REGULATION.code}`;
const penalty = item('penalty');
let registry: Registry;

beforeAll(async () => {
  registry = await Registry.start();
  await registry.register([aCode(100)]);
}, 60_000);

afterAll(() => registry.service.close(), 30_000);

type Item = { item: string; [figure: string]: unknown };
type Problem = {
  problemId: string;
  fault: string;
  status: string;
  version: number;
  item: string;
  history: { status: string; by: string }[];
};

const get = <T>(path: string, as: TokenHolder = CLIENT) => registry.service.request<T>('GET', path, { as });
const post = <T = Problem>(path: string, body: object, as: TokenHolder, version?: number) =>
  registry.service.request<T>('POST', path, { as, body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });

const penalties = (series: string, rows: Record<string, string>[]): string =>
  csvOf(
    penalty,
    rows.map((values, n) => aPenalty({ documentNumber: `澄市监罚〔2026〕${series}${n}号`, ...values })),
  );

async function figuresOf(code: string, rest = ''): Promise<Item | undefined> {
  const { body } = await get<{ items: Item[] }>(`${UNIT}${rest}`);
  return body.items.find((one) => one.item === code);
}

async function problems(status = 'open'): Promise<Problem[]> {
  return (await get<{ items: Problem[] }>(`${UNIT}/problems?status=${status}`)).body.items;
}

const heard = <T extends SourceProblemFact>(contract: ContractClass<T>, problemId: string) =>
  eventually(
    () => registry.service.neighbour.received(contract).find(({ data }) => data.problemId === problemId),
    `${contract.type} of ${problemId}`,
  );

/** The figures of the month as they come out of what is stored row by row. */
async function recounted(): Promise<Item> {
  const [row] = await registry.sql<Item>(
    `select 'penalty' as item,
            (select count(*)::integer from records where state->'sourceUnit'->>'code' = $1 and state->>'item' = 'penalty') as accepted,
            (select count(*)::integer from rejections r join batches b on b.id = r.batch_id where b.item = 'penalty') as refused,
            (select count(*)::integer from records where status = 'annulled') as annulled,
            (select count(*)::integer from records where status = 'withdrawn') as withdrawn,
            (select coalesce(sum(unchanged), 0)::integer from batches where item = 'penalty') as unchanged`,
    [MARKET_REGULATION.code],
  );
  return row as Item;
}

describe('the figures of a source', () => {
  test('are added up as it reports, and no load that is interrupted counts twice', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) => ({
      decidedOn: n % 50 === 0 ? '2026/04/01' : '2026/05/08',
      ...(n % 40 === 1 && { facts: '' }),
    }));
    const { body } = await registry.upload('penalty', penalties('A', rows));
    const read = async () =>
      (await registry.sql<{ read: number }>(`select rows_read as read from batches where id = $1`, [body.id]))[0]?.read;
    await eventually(async () => ((await read()) ?? 0) > 0, 'the first chunk to be committed');
    await registry.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    );
    expect(await registry.ended(body.id)).toMatchObject({ accepted: 1_170, refused: 30 });
    await registry.load('penalty', penalties('A', rows.slice(0, 1)));
    const figures = await figuresOf('penalty');
    expect(figures).toMatchObject({ rows: 1_201, onTime: 1_146, late: 24, longestDays: 25, ...(await recounted()) });
    expect(figures).toMatchObject({ asOf: '2026-05-11', dueOn: '2026-05-21', daysLeft: 10, problems: 0 });
    expect(figures?.['completeness']).toBeGreaterThan(0);
    expect(figures?.['completeness']).toBeLessThan(100);
  });

  test('count what was overturned, and records sent by themselves', async () => {
    for (const [number, action] of [
      ['B1', 'annulment'],
      ['B2', 'withdrawal'],
    ] as const) {
      const fields = aPenalty({ documentNumber: `澄市监罚〔2026〕${number}号` });
      const { record } = (await registry.submit('penalty', fields)).body;
      const said = { on: '2026-05-11', reason: '复议撤销', document: '澄府复〔2026〕1号' };
      expect(await post(`/api/v1/records/${record.recordId}/${action}`, said, OFFICER, 1)).toMatchObject({ status: 201 });
    }
    expect(await figuresOf('penalty')).toMatchObject({ annulled: 1, withdrawn: 1, ...(await recounted()) });
  });

  test('are those of the months asked for', async () => {
    expect(await figuresOf('penalty', '?from=2026-06')).toMatchObject({ rows: 0, dueOn: '2026-05-21' });
    expect(await figuresOf('penalty', '?from=2026-05&until=2026-05')).toMatchObject(await recounted());
    expect((await get(`${UNIT}?from=2026-13`)).status).toBe(400);
  });

  test('are seen by the unit itself, and by the centre of every unit', async () => {
    expect((await get(UNIT, STRANGER)).status).toBe(404);
    expect((await get<{ items: object[] }>('/api/v1/sources', STRANGER)).body.items).toEqual([]);
    expect((await get(UNIT, { role: 'checking-officer', unit: MARKET_REGULATION.code })).status).toBe(403);
    const page = await get<{ items: { unit: object }[]; next?: string }>('/api/v1/sources?limit=1', SUPERVISOR);
    expect(page.body.items.map(({ unit }) => unit)).toEqual([MARKET_REGULATION]);
    expect((await get<{ items: object[] }>(`/api/v1/sources?limit=1&after=${page.body.next}`, SUPERVISOR)).body.items).toEqual([]);
  });
});

describe('a problem of a source', () => {
  test('is opened once by rule when a month shows too much of a fault', async () => {
    await registry.load(
      'penalty',
      penalties(
        'C',
        Array.from({ length: 400 }, () => ({ facts: '' })),
      ),
    );
    await registry.load('penalty', penalties('D', [{ facts: '' }]));
    const [problem, ...more] = await problems();
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ fault: 'refused-rows', item: 'penalty', entry: 'quality.refused-rows.2015', version: 1 });
    expect(await heard(SourceProblemOpenedV1, problem?.problemId ?? '')).toMatchObject({
      key: MARKET_REGULATION.code,
      data: { unit: MARKET_REGULATION, fault: 'refused-rows', descriptionZh: expect.stringContaining('超过20%') },
    });
  });

  test('is answered by its unit, closed by the centre, and kept with who said what', async () => {
    const [{ problemId } = { problemId: '' }] = await problems();
    const at = `${UNIT}/problems/${problemId}`;
    expect(await post(`${at}/closure`, { reason: '整改到位' }, REVIEWER, 1)).toMatchObject({ status: 409 });
    expect(await post(`${at}/answer`, { answer: '已整改' }, STRANGER, 1)).toMatchObject({ status: 404 });
    expect(await post(`${at}/answer`, { answer: '已整改' }, SUPERVISOR, 1)).toMatchObject({ status: 403 });
    const answered = await post(`${at}/answer`, { answer: '联系人13800138000，已整改' }, OFFICER, 1);
    expect(answered).toMatchObject({ status: 201, body: { status: 'answered', version: 2 } });
    expect(answered.headers.get('etag')).toBe('"2"');
    expect(JSON.stringify(answered.body)).not.toContain('13800138000');
    expect(await post(`${at}/closure`, { reason: '整改到位' }, REVIEWER, 1)).toMatchObject({ status: 412 });
    const closed = await post(`${at}/closure`, { reason: '整改到位' }, REVIEWER, 2);
    expect(closed.body.history.map(({ status, by }) => [status, by])).toEqual([
      ['open', 'registry'],
      ['answered', OFFICER.subject],
      ['closed', REVIEWER.subject],
    ]);
    expect((await heard(SourceProblemAnsweredV1, problemId)).data).toMatchObject({ version: 2 });
    expect((await heard(SourceProblemClosedV1, problemId)).data).toMatchObject({ version: 3, reason: '整改到位' });
  });

  test('is opened by the centre too, and struck off when that was an error', async () => {
    const opened = await post(`${UNIT}/problems`, { item: 'penalty', description: '文号格式不一' }, REVIEWER);
    expect(opened).toMatchObject({ status: 201, body: { fault: 'other', status: 'open' } });
    const at = `${UNIT}/problems/${opened.body.problemId}`;
    expect(opened.headers.get('location')).toBe(at);
    expect((await get(at, STRANGER)).status).toBe(404);
    expect(await post(`${at}/strike-off`, { reason: '系统误判' }, REVIEWER, 1)).toMatchObject({ status: 403 });
    expect(await post(`${at}/strike-off`, { reason: '系统误判' }, SUPERVISOR, 1)).toMatchObject({ body: { status: 'struck-off' } });
    expect(await post(`${at}/answer`, { answer: '已整改' }, OFFICER, 2)).toMatchObject({ status: 409 });
    await heard(SourceProblemStruckOffV1, opened.body.problemId);
    expect(await post(`${UNIT}/problems`, { item: 'nothing', description: '文号格式不一' }, REVIEWER)).toMatchObject({ status: 422 });
  });

  test('is opened when the day passes by which a report was due, once for each item', async () => {
    await registry.setTime('2026-05-22T09:00:00+08:00');
    const overdue = await eventually(async () => {
      const found = (await problems()).filter(({ fault }) => fault === 'report-overdue');
      return found.some((one) => one.item === 'penalty') ? found : undefined;
    }, 'the problem of the overdue report');
    expect(overdue.map((one) => one.item).sort()).toEqual(['penalty', 'subject-register']);
    expect(await figuresOf('penalty')).toMatchObject({ daysLeft: -1 });
    const report = { item: 'penalty', asOf: '2026-05-22' };
    expect(await post('/api/v1/reports', report, CLIENT)).toMatchObject({ status: 201 });
    expect(await figuresOf('penalty')).toMatchObject({ asOf: '2026-05-22', dueOn: '2026-06-02' });
  });
});
