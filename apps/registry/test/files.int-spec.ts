import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { aCode, aPenalty, aRegistration, csvOf, headerOf } from '@chengxin/registry/testing';
import { eventually } from '@chengxin/testing';
import { CLIENT, item, type Receipt, Registry } from './registry-under-test.js';
import { type Cell, rowsInWorkbook, workbookOf, workbookParts, zipOf } from './workbook.js';

jest.setTimeout(60_000);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NDJSON = 'application/x-ndjson';
const storage = mkdtempSync(path.join(os.tmpdir(), 'chengxin-files-'));
let registry: Registry;

beforeAll(async () => {
  registry = await Registry.start({ env: { STORAGE_DIR: storage } });
  await registry.register([100, 101, 102].map((number) => aCode(number)));
}, 60_000);

afterAll(async () => {
  await registry.service.close();
  rmSync(storage, { recursive: true, force: true });
}, 30_000);

type Values = Record<string, string>;

const penalty = item('penalty');
const numbered = (number: string, values: Values = {}): Values => aPenalty({ documentNumber: `澄市监罚〔2026〕${number}号`, ...values });
const titlesOf = (names: string[]): string[] => headerOf(penalty, names);

/** The cells under the header of all fields that the first row names. */
const tableOf = (rows: Values[], names = Object.keys(rows[0] ?? {})): Cell[][] => [
  titlesOf(names),
  ...rows.map((row) => names.map((name) => row[name] ?? '')),
];

const jsonLinesOf = (rows: Values[]): string =>
  rows
    .map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [titlesOf([name])[0], value]))))
    .join('\n');

function rejectionsAs<T>(id: string, accept: string) {
  return registry.service.request<T>('GET', `/api/v1/batches/${id}/rejections`, { as: CLIENT, headers: { accept } });
}

describe('the same file', () => {
  const rows = (series: string): Values[] => [
    numbered(`${series}1`),
    numbered(`${series}2`, { decidedOn: '2026/12/31', fineAmount: '5000' }),
    numbered(`${series}3`, { creditCode: aCode(999) }),
    numbered(`${series}4`, { facts: '引号"，逗号,与\n换行' }),
  ];
  const counts = ({ state, rows: all, accepted, unchanged, refused, corrected, warned, unknownColumns }: Receipt) => ({
    ...{ state, rows: all, accepted, unchanged, refused, corrected, warned, unknownColumns },
  });
  const reasons = async ({ id }: Receipt) => (await registry.rejections(id)).map(({ row, code, field }) => [row, code, field?.code]);

  test('gives the same receipt and the same reasons as CSV, as XLSX and as JSON lines', async () => {
    const csv = await registry.load('penalty', csvOf(penalty, rows('10')));
    const xlsx = await registry.load('penalty', await workbookOf(tableOf(rows('20'))));
    const lines = await registry.load('penalty', jsonLinesOf(rows('30')));
    expect([csv.format, xlsx.format, lines.format]).toEqual(['csv', 'xlsx', 'json-lines']);
    expect(counts(csv)).toMatchObject({ state: 'done', rows: 4, accepted: 2, refused: 2 });
    expect(counts(xlsx)).toEqual(counts(csv));
    expect(counts(lines)).toEqual(counts(csv));
    expect(await reasons(xlsx)).toEqual(await reasons(csv));
    expect(await reasons(lines)).toEqual(await reasons(csv));
  });

  test('sent once more in another format is counted once', async () => {
    const sent = rows('40').slice(0, 1);
    expect(await registry.load('penalty', csvOf(penalty, sent))).toMatchObject({ accepted: 1 });
    expect(await registry.load('penalty', await workbookOf(tableOf(sent)))).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await registry.load('penalty', jsonLinesOf(sent))).toMatchObject({ accepted: 0, unchanged: 1 });
  });
});

describe('a workbook', () => {
  test('with formulas, codes turned into numbers and errors is refused row by row, each with its cell', async () => {
    const names = Object.keys(numbered('501'));
    const table = tableOf([numbered('501'), numbered('502'), numbered('503'), numbered('504')], names);
    const put = (row: number, name: string, cell: Cell) => ((table[row] as Cell[])[names.indexOf(name)] = cell);
    put(1, 'decidedOn', new Date('2026-04-20T00:00:00Z'));
    put(1, 'fineAmount', 0.5);
    put(2, 'fineAmount', { formula: '5000/10000', result: 0.5 });
    put(3, 'creditCode', 914295000000000000);
    put(4, 'facts', { error: '#REF!' });
    const receipt = await registry.load('penalty', await workbookOf(table));
    expect(receipt).toMatchObject({ rows: 4, accepted: 1, refused: 3 });
    const lines = await registry.rejections(receipt.id);
    expect(lines.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 registry.cell-formula',
      '4 registry.cell-number-inexact',
      '5 registry.cell-error',
    ]);
    expect(lines[0]).toMatchObject({ found: '=5000/10000', rule: { zh: expect.stringMatching(/单元格 [A-Z]+3 是公式/) } });
  });

  test('comes back as a workbook with the reasons added, safe for a spreadsheet, and goes in once mended', async () => {
    const bad = numbered('511', { facts: '=HYPERLINK("http://x")', decidedOn: '2026/12/31' });
    const receipt = await registry.load('penalty', await workbookOf(tableOf([bad])));
    const { body, headers } = await rejectionsAs<ArrayBuffer>(receipt.id, XLSX);
    expect(headers.get('content-type')).toBe(XLSX);
    expect(headers.get('content-disposition')).toContain(`rejections-${receipt.id}.xlsx`);
    const [header = [], row = []] = await rowsInWorkbook(body);
    expect(header).toEqual([...titlesOf(Object.keys(bad)), '行号', '退回原因']);
    expect(row).toContain(`'=HYPERLINK("http://x")`);
    expect(row.slice(-2)).toEqual(['2', expect.stringMatching(/^处罚决定日期：/)]);
    const mended = row.map((cell) => (cell === '2026/12/31' ? '2026/05/01' : cell));
    expect(await registry.load('penalty', await workbookOf([header, mended]))).toMatchObject({ accepted: 1 });
  });

  test.each([
    ['an old xls or under a password', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'registry.workbook-protected'],
    ['a bomb', zipOf(...workbookParts(' '.repeat(3_000_000))), 'registry.workbook-too-large'],
    ['an archive with a path that leaves it', zipOf(...workbookParts(''), { name: '../x', content: 'x' }), 'registry.workbook-unreadable'],
  ])('that is %s is refused as a whole and leaves nothing behind', async (_, content, code) => {
    expect(await registry.upload('penalty', new Uint8Array(content))).toMatchObject({ status: 422, body: { type: `/problems/${code}` } });
    expect(readdirSync(path.join(storage, 'batches'))).toEqual([]);
  });
});

describe('JSON lines', () => {
  test('with a nested value, half a line and keys that come later are refused row by row', async () => {
    const first = JSON.stringify(numbered('601'));
    const nested = JSON.stringify({ ...numbered('602'), facts: { text: 'x' } });
    const later = JSON.stringify({ ...numbered('603'), remarks: '后来的列', 网址: 'http://x' });
    const receipt = await registry.load('penalty', [first, nested, '{"partyName":', later].join('\n'));
    expect(receipt).toMatchObject({ rows: 4, accepted: 2, refused: 2, unknownColumns: ['网址'] });
    expect((await registry.rejections(receipt.id)).map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 registry.value-nested',
      '4 registry.line-unreadable',
    ]);
  });

  test('come back as JSON lines with the reasons added', async () => {
    const bad = numbered('611', { facts: '=1+1', decidedOn: '2026/12/31' });
    const receipt = await registry.load('penalty', JSON.stringify(bad));
    const { body, headers } = await rejectionsAs<string>(receipt.id, NDJSON);
    expect(headers.get('content-type')).toBe(NDJSON);
    const line = JSON.parse(body.trim()) as Values;
    expect(line).toEqual({ ...bad, 行号: 2, 退回原因: expect.stringContaining('处罚决定日期') });
    const mended = JSON.stringify({ ...line, decidedOn: '2026/05/01' });
    expect(await registry.load('penalty', mended)).toMatchObject({ accepted: 1 });
  });
});

describe('a load that is interrupted', () => {
  const SIZE = 2_000;
  const values = (from: number) => Array.from({ length: SIZE }, (_, n) => aRegistration({ creditCode: aCode(from + n), name: `企业${n}` }));

  test.each([
    ['a workbook', 20_000],
    ['JSON lines', 30_000],
  ])('of %s goes on at the row behind the last committed chunk', async (format, from) => {
    const rows = values(from);
    const names = Object.keys(rows[0] ?? {});
    const workbook = () => workbookOf([headerOf(item('subject-register'), names), ...rows.map((row) => names.map((name) => row[name]))]);
    const content = format === 'a workbook' ? await workbook() : rows.map((row) => JSON.stringify(row)).join('\n');
    const { body } = await registry.upload('subject-register', content, { asOf: '2026-05-02' });
    await eventually(async () => (await readOf(body.id)) > 0, 'the first chunk to be committed');
    await registry.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    );
    expect(await registry.ended(body.id)).toMatchObject({ state: 'done', rows: SIZE, accepted: SIZE, refused: 0 });
  });

  async function readOf(id: string): Promise<number> {
    const [row] = await registry.sql<{ read: number }>(`select rows_read as read from batches where id = $1`, [id]);
    return row?.read ?? 0;
  }
});
