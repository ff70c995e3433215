import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { aCode, aPenalty, headerOf, MARKET_REGULATION } from '@chengxin/registry/testing';
import { eventually, type TokenHolder } from '@chengxin/testing';
import { CLIENT, item, OFFICER, type Receipt, Registry } from './registry-under-test.js';
import { workbookOf } from './workbook.js';

jest.setTimeout(60_000);

const storage = mkdtempSync(path.join(os.tmpdir(), 'chengxin-mappings-'));
const penalty = item('penalty');
let registry: Registry;

beforeAll(async () => {
  registry = await Registry.start({ env: { STORAGE_DIR: storage } });
  await registry.register([aCode(100)]);
}, 60_000);

afterAll(async () => {
  await registry.service.close();
  rmSync(storage, { recursive: true, force: true });
}, 30_000);

const COLUMNS = [
  { column: '案件文号', field: 'documentNumber' },
  { column: '作出日期', field: 'decidedOn', dates: 'dd.MM.yyyy' },
  { column: '罚款(元)', field: 'fineAmount', amounts: 'yuan' },
];
const OWN: Record<string, string> = { documentNumber: '案件文号', decidedOn: '作出日期', fineAmount: '罚款(元)' };

/** A penalty under the bureau's own titles, by title. */
function ownRow(number: string, values: Record<string, string> = {}): Record<string, string> {
  const row = aPenalty({ documentNumber: `澄市监罚〔2026〕${number}号`, decidedOn: '20.04.2026', fineAmount: '5000', ...values });
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [OWN[name] ?? headerOf(penalty, [name])[0] ?? '', value]));
}

const linesOf = (...rows: object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
const csvOfRows = (...rows: Record<string, string>[]): string =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n');

type Kept = { version: number; columns: object[]; rows: { row: number; fields: Record<string, string> }[] };
type Put = { columns?: object[]; sample?: object; headers?: Record<string, string>; as?: TokenHolder; unit?: string };
const FIRST = { 'if-none-match': '*' };

function put<T = Kept>({ columns = COLUMNS, sample = { rows: [ownRow('1')] }, headers = FIRST, as = OFFICER, unit }: Put = {}) {
  const address = `/api/v1/sources/${unit ?? MARKET_REGULATION.code}/mappings/penalty`;
  return registry.service.request<T>('PUT', address, { as, headers, body: { columns, sample } });
}

function get<T = Kept>(rest = '/penalty', as: TokenHolder = CLIENT) {
  return registry.service.request<T>('GET', `/api/v1/sources/${MARKET_REGULATION.code}/mappings${rest}`, { as });
}

describe('a mapping', () => {
  test('under which the sample does not read is refused with every fault, and nothing is kept', async () => {
    const columns = [...COLUMNS.slice(0, 2), { column: '罚没款', field: 'fine' }];
    const sample = { rows: [ownRow('1', { creditCode: aCode(100).toLowerCase() }), ownRow('2', { decidedOn: '20/04/2026' })] };
    const { status, body } = await put<{ faults: { code: string }[]; rows: { row: number; faults: { code: string }[] }[] }>({
      columns,
      sample,
    });
    expect(status).toBe(422);
    expect(body.faults.map(({ code }) => code)).toEqual(['registry.mapping-column-unknown', 'registry.mapping-field-unknown']);
    expect(body.rows.map(({ row, faults }) => [row, faults.map(({ code }) => code)])).toEqual([
      [2, ['registry.value-missing-when']],
      [3, ['registry.date-off-format', 'registry.value-missing-when']],
    ]);
    expect((await get()).status).toBe(404);
  });

  test.each<[string, object, string]>([
    ['neither text nor objects', {}, 'registry.sample-unreadable'],
    ['both', { csv: 'a', rows: [{}] }, 'registry.sample-unreadable'],
    ['a header alone', { csv: '案件文号,作出日期' }, 'registry.sample-size'],
    ['51 rows', { csv: `案件文号\n${'1\n'.repeat(51)}` }, 'registry.sample-size'],
  ])('needs a sample, which is not %s', async (_, sample, code) => {
    expect(await put({ sample })).toMatchObject({ status: 422, body: { type: `/problems/${code}` } });
  });

  test('with a telephone number in the title of a column is not taken', async () => {
    const columns = [{ column: '经办人13987650042', field: 'remarks' }, ...COLUMNS];
    const { status, body } = await put<{ errors: { pointer: string; rule: string }[] }>({ columns });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/columns/0/column', rule: 'isNobodys' }]);
  });

  test('is kept once its sample reads, version by version, and shows how each row reads', async () => {
    const paper = '11010519491231002X';
    const sample = { csv: csvOfRows({ ...ownRow('1'), [headerOf(penalty, ['representativePaperNumber'])[0] ?? '']: paper }) };
    const first = await put({ sample });
    expect(first).toMatchObject({ status: 201, body: { version: 1, columns: COLUMNS } });
    expect(first.headers.get('etag')).toBe('"1"');
    expect(first.body.rows).toMatchObject([{ row: 2, fields: { decidedOn: '2026-04-20', fineAmount: '0.5' } }]);
    expect(JSON.stringify(first.body)).not.toContain(paper);
    expect(await put()).toMatchObject({ status: 412 });
    expect(await put({ headers: {} })).toMatchObject({ status: 428 });
    expect(await put({ headers: { 'if-match': '"1"' } })).toMatchObject({ status: 200, body: { version: 1 } });
    const columns = [...COLUMNS.slice(0, 2), { ...COLUMNS[2], amounts: 'ten-thousand-yuan' }];
    const sampleOfTwo = { rows: [ownRow('1', { fineAmount: '0.5' })] };
    expect(await put({ columns, sample: sampleOfTwo, headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await get('/penalty?version=1')).toMatchObject({ status: 200, body: { version: 1, columns: COLUMNS } });
    expect((await get()).headers.get('etag')).toBe('"2"');
    expect(await get<{ items: Kept[] }>('')).toMatchObject({ body: { items: [{ item: 'penalty', version: 2 }] } });
    expect(await put({ headers: { 'if-match': '"2"' } })).toMatchObject({ body: { version: 3 } });
  });

  test('is put by its own unit and read by the centre too', async () => {
    const stranger: TokenHolder = { role: 'determining-officer', unit: aCode(2, '11') };
    expect(await put({ as: stranger })).toMatchObject({ status: 403, body: { type: '/problems/registry.not-own-unit' } });
    expect(await put({ as: { role: 'centre-supervisor' } })).toMatchObject({ status: 403 });
    expect((await get('/penalty', stranger)).status).toBe(404);
    expect((await get('', stranger)).status).toBe(404);
    expect((await get('/penalty', { role: 'centre-supervisor' })).status).toBe(200);
    expect((await put({ as: { role: 'administrator' }, unit: aCode(2, '11') })).status).toBe(201);
  });
});

describe('a file under the own header', () => {
  type OwnReceipt = Receipt & { mappingVersion?: number };
  const load = (content: string | Uint8Array<ArrayBuffer>) => registry.load('penalty', content) as Promise<OwnReceipt>;

  test('goes in by the newest mapping in every format, and its receipt says so', async () => {
    const row = ownRow('11');
    expect(await load(csvOfRows(row))).toMatchObject({ accepted: 1, refused: 0, mappingVersion: 3 });
    expect(await load(await workbookOf([Object.keys(row), Object.values(row)]))).toMatchObject({ unchanged: 1, mappingVersion: 3 });
    expect(await load(linesOf(row))).toMatchObject({ unchanged: 1, mappingVersion: 3 });
    const [{ fine } = {}] = await registry.sql<{ fine?: string }>(
      `select state->'fields'->>'fineAmount' as fine from records where state->>'documentNumber' = $1`,
      [row['案件文号']],
    );
    expect(fine).toBe('0.5');
  });

  test('is not confused with one under the official header', async () => {
    const official = aPenalty({ documentNumber: '澄市监罚〔2026〕11号' });
    const receipt = await load(
      linesOf(Object.fromEntries(Object.entries(official).map(([name, value]) => [headerOf(penalty, [name])[0], value]))),
    );
    expect(receipt).toMatchObject({ unchanged: 1 });
    expect(receipt.mappingVersion).toBeUndefined();
  });

  test('comes back as it was sent, and goes in once mended', async () => {
    const bad = ownRow('12', { decidedOn: '2026/04/20' });
    const receipt = await load(linesOf(bad));
    expect(receipt).toMatchObject({ accepted: 0, refused: 1 });
    const { body } = await registry.service.request<string>('GET', `/api/v1/batches/${receipt.id}/rejections`, {
      as: CLIENT,
      headers: { accept: 'application/x-ndjson' },
    });
    const line = JSON.parse(body.trim()) as Record<string, string>;
    expect(line).toEqual({ ...bad, 行号: 2, 退回原因: expect.stringContaining('dd.MM.yyyy') });
    expect(await load(linesOf({ ...line, 作出日期: '20.04.2026' }))).toMatchObject({ accepted: 1 });
  });

  test('that was begun by a version is read to its end by it, also behind an interruption and a newer version', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => ownRow(`S${n}`));
    const { body } = await registry.upload('penalty', linesOf(...rows));
    await eventually(async () => (await readOf(body.id)) > 0, 'the first chunk to be committed');
    const columns = [...COLUMNS.slice(0, 2), { ...COLUMNS[2], amounts: 'ten-thousand-yuan' }];
    const changed = await put({ columns, sample: { rows: [ownRow('1', { fineAmount: '0.5' })] }, headers: { 'if-match': '"3"' } });
    expect(changed.body.version).toBe(4);
    await registry.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    );
    expect(await registry.ended(body.id)).toMatchObject({ rows: 1_500, accepted: 1_500, refused: 0, mappingVersion: 3 });
  });

  async function readOf(id: string): Promise<number> {
    const [row] = await registry.sql<{ read: number }>(`select rows_read as read from batches where id = $1`, [id]);
    return row?.read ?? 0;
  }
});
