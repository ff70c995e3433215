import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { RecordCollectedV1, RecordCorrectedV1, ReportReceivedV1, SubjectChangedV1, SubjectRegisteredV1 } from '@chengxin/contracts';
import { aCode, aPenalty, aRegistration, csvOf, MARKET_REGULATION } from '@chengxin/registry/testing';
import { eventually } from '@chengxin/testing';
import iconv from 'iconv-lite';
import { CLIENT, item, Registry } from './registry-under-test.js';

jest.setTimeout(60_000);

let registry: Registry;
const storage = mkdtempSync(path.join(os.tmpdir(), 'chengxin-batches-'));

beforeAll(async () => {
  registry = await Registry.start({ env: { STORAGE_DIR: storage } });
  await registry.register([100, 101, 102, 103, 104, 105].map((number) => aCode(number)));
}, 60_000);

afterAll(async () => {
  await registry.service.close();
  rmSync(storage, { recursive: true, force: true });
}, 30_000);

const penalties = (...rows: Record<string, string>[]) => csvOf(item('penalty'), rows.map(aPenalty));
const numbered = (number: string) => ({ documentNumber: `澄市监罚〔2026〕${number}号` });
const lastEnd = (code: string) => `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`;

describe('a file of penalties', () => {
  test('goes in row by row; a row with seven faults gets seven lines', async () => {
    const bad = {
      ...numbered('9'.repeat(130)),
      creditCode: lastEnd(aCode(100)),
      decidedOn: '2026/06/30',
      validUntil: '2026/06/01',
      penaltyKinds: '罚款;吊打',
      fineAmount: '5000',
    };
    const receipt = await registry.load('penalty', penalties(numbered('101'), bad, { ...numbered('102'), creditCode: aCode(101) }));
    expect(receipt).toMatchObject({ state: 'done', rows: 3, accepted: 2, refused: 1, unchanged: 0, unit: MARKET_REGULATION });
    const lines = await registry.rejections(receipt.id);
    expect(lines.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 registry.credit-code-check',
      '3 registry.value-too-long',
      '3 registry.value-not-listed',
      '3 registry.date-in-future',
      '3 registry.end-before-start',
      '3 registry.amount-in-yuan',
      '3 registry.subject-unknown',
    ]);
    expect(lines[0]).toMatchObject({ position: 18, field: { code: 'CF_XDR_SHXYM' } });
  });

  test('is announced record by record, and as a report', async () => {
    const receipt = await registry.load('penalty', penalties({ ...numbered('111'), procedure: '', sector: '' }));
    const [report] = await eventually(() => {
      const heard = registry.service.neighbour.received(ReportReceivedV1).filter(({ data }) => data.batchId === receipt.id);
      return heard.length > 0 ? heard : undefined;
    }, 'the report');
    expect(report).toMatchObject({
      key: MARKET_REGULATION.code,
      data: { unit: MARKET_REGULATION, rows: 1, accepted: 1, nothingNew: false },
    });
    const collected = await eventually(
      () => registry.service.neighbour.received(RecordCollectedV1).find(({ data }) => data.batchId === receipt.id),
      'the record',
    );
    expect(collected.key).toBe(aCode(100));
    expect(collected.data).toMatchObject({
      version: 1,
      class: 'general',
      procedure: 'ordinary',
      sector: 'food',
      assumed: ['procedure', 'sector'],
      fulfilment: 'unknown',
      publicity: { regime: '2026', shown: true, minimumUntil: '2026-07-20', shownUntil: '2027-04-20', countedUntil: '2027-04-20' },
    });
  });

  test('twice is counted once', async () => {
    const file = penalties(numbered('121'), numbered('122'));
    expect(await registry.load('penalty', file)).toMatchObject({ accepted: 2 });
    expect(await registry.load('penalty', file)).toMatchObject({ accepted: 0, unchanged: 2, refused: 0 });
  });

  test('with other content under a known key is refused with a pointer, unless it is a correction', async () => {
    await registry.load('penalty', penalties(numbered('131')));
    const changed = penalties({ ...numbered('131'), facts: '更正后的事实。' });
    const refused = await registry.load('penalty', changed);
    const [line] = await registry.rejections(refused.id);
    expect(line).toMatchObject({ code: 'registry.content-differs', recordId: expect.stringMatching(/^[0-9a-f-]{36}$/) });

    const corrected = await registry.load('penalty', changed, { correction: 'true', reason: '笔误', document: '澄市监更〔2026〕1号' });
    expect(corrected).toMatchObject({ corrected: 1, refused: 0 });
    const event = await eventually(
      () => registry.service.neighbour.received(RecordCorrectedV1).find(({ data }) => data.recordId === line?.recordId),
      'the correction',
    );
    expect(event.data).toMatchObject({
      version: 2,
      changed: ['facts'],
      reason: '笔误',
      correctionDocument: '澄市监更〔2026〕1号',
      correctedOn: '2026-05-11',
    });
    const kinds = await registry.sql<{ kind: string }>(`select kind from record_facts where record_id = $1 order by version`, [
      line?.recordId,
    ]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['collected', 'corrected']);
  });

  test('that comes back finds enterprises registered since', async () => {
    const file = penalties({ ...numbered('141'), creditCode: aCode(141) });
    expect(await registry.load('penalty', file)).toMatchObject({ accepted: 0, refused: 1 });
    await registry.register([aCode(141)]);
    expect(await registry.load('penalty', file)).toMatchObject({ accepted: 1, refused: 0 });
  });

  test.each([
    ['UTF-8 with a byte order mark and CRLF', (text: string) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`), 'utf-8'],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030'), 'gb18030'],
  ])('may be %s', async (name, encode, encoding) => {
    const number = encoding === 'utf-8' ? '151' : '152';
    const receipt = await registry.load('penalty', new Uint8Array(encode(penalties({ ...numbered(number), facts: '引号,逗号"与\n换行' }))));
    expect(receipt).toMatchObject({ accepted: 1, refused: 0, format: 'csv', encoding });
    expect(name).not.toBe('');
  });

  test('keeps nothing of a natural person in the open', async () => {
    const person = {
      ...numbered('161'),
      partyKind: '自然人',
      partyName: '张三丰',
      creditCode: '',
      partyPaperKind: '身份证',
      partyPaperNumber: '11010519491231002X',
    };
    const receipt = await registry.load(
      'penalty',
      penalties(person, { ...numbered('162'), representativePaperNumber: '11010519491231002X' }),
    );
    expect(receipt).toMatchObject({ accepted: 1, refused: 1 });
    expect((await registry.rejections(receipt.id)).map(({ code }) => code)).toEqual(['registry.natural-person']);
    const open = await registry.sql<{ text: string }>(
      `select coalesce((select string_agg(r::text, '') from rejections r), '') || (select string_agg(f::text, '') from record_facts f)
           || (select string_agg(payload, '') from outbox_events) as text`,
    );
    expect(open[0]?.text).not.toMatch(/张三丰|11010519491231002X/);
    const csv = await registry.service.request<string>('GET', `/api/v1/batches/${receipt.id}/rejections`, {
      as: CLIENT,
      headers: { accept: 'text/csv' },
    });
    expect(csv.body).toMatch(/张三丰.*11010519491231002X/);
  });

  test('comes back as the sender wrote it with the reasons added, safe for a spreadsheet', async () => {
    const formula = { ...numbered('171'), facts: '=HYPERLINK("http://x")', decidedOn: '2026/12/31', validUntil: '2026/12/30' };
    const receipt = await registry.load('penalty', penalties(formula));
    const { body, headers } = await registry.service.request<string>('GET', `/api/v1/batches/${receipt.id}/rejections`, {
      as: CLIENT,
      headers: { accept: 'text/csv' },
    });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(body).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(body.replace(/^\uFEFF/, '').split('\r\n')[0]).toMatch(/^CF_XDR_MC,.*,行号,退回原因$/);
    expect(body).toMatch(/,2,"处罚决定日期：.*\n处罚有效期：/);
    const mended = body.replace('2026/12/31', '2026/05/01').replace('2026/12/30', '2099/12/31');
    expect(await registry.load('penalty', mended)).toMatchObject({ accepted: 1, unknownColumns: ['行号', '退回原因'] });
  });

  test('warns where its own end of publicity differs', async () => {
    const receipt = await registry.load('penalty', penalties({ ...numbered('181'), publicityUntil: '2029/04/20' }));
    expect(receipt.warnings[0]?.warnings.map(({ code }) => code)).toContain('registry.publicity-differs');
  });
});

describe('a file of the register', () => {
  const header = '统一社会信用代码,企业名称,法人代表,网址';

  test('may repeat its header, hold wrong codes and columns that nobody knows', async () => {
    const rows = [header, `${aCode(201)},甲,林,x`, header, `${aCode(202)},乙,陈,y`, `${lastEnd(aCode(203))},丙,王,z`];
    const receipt = await registry.load('subject-register', rows.join('\n'), { asOf: '2026-05-01' });
    expect(receipt).toMatchObject({ rows: 3, accepted: 2, refused: 1, repeatedHeaders: 1, unknownColumns: ['网址'] });
    expect((await registry.rejections(receipt.id)).map(({ row, code }) => [row, code])).toEqual([[5, 'registry.credit-code-check']]);
  });

  test('never overwrites what a newer one said, and keeps former names', async () => {
    const code = aCode(211);
    await registry.register([code], { name: '新名' }, '2026-05-05');
    expect(await registry.register([code], { name: '旧名' }, '2026-05-01')).toMatchObject({ unchanged: 1, accepted: 0 });
    await registry.register([code], { name: '更新名' }, '2026-05-06');
    const changed = await eventually(
      () => registry.service.neighbour.received(SubjectChangedV1).find(({ key }) => key === code),
      'the change',
    );
    expect(changed.data).toMatchObject({ version: 2, name: '更新名', formerNames: ['新名'], asOf: '2026-05-06' });
    expect(registry.service.neighbour.received(SubjectRegisteredV1).filter(({ key }) => key === code)).toHaveLength(1);
  });
});

describe('a file as a whole', () => {
  test.each([
    ['an archive', 'PK\u0003\u0004\u0000\u0000', {}, 422, '/problems/registry.workbook-unreadable'],
    ['an image', '\u0000PNG', {}, 422, '/problems/registry.file-no-table'],
    ['another header', '张三,42\n1,2', {}, 422, '/problems/registry.header-not-recognised'],
    ['a header without a required column', 'CF_WSH,CF_SY\n1,2', {}, 422, '/problems/registry.header-incomplete'],
    ['nothing', '', {}, 422, '/problems/registry.file-empty'],
    ['another unit', 'CF_WSH', { unit: aCode(7, '11') }, 403, '/problems/registry.not-own-unit'],
    ['no date', 'CF_WSH', { asOf: '2026-02-30' }, 422, '/problems/registry.as-of-no-date'],
    ['the future', 'CF_WSH', { asOf: '2026-05-12' }, 422, '/problems/registry.as-of-in-future'],
  ])('is refused for %s', async (...[, content, fields, status, type]) => {
    const answer = await registry.upload('penalty', content, fields as Record<string, string>);
    expect(answer).toMatchObject({ status, body: { type } });
    expect(readdirSync(path.join(storage, 'batches'))).toEqual([]);
  });

  test.each([
    ['a NUL in it', 'a\0.csv'],
    ['an absolute path', path.join(storage, 'outside')],
    ['a path upwards', '../outside'],
    ['a path upwards as another system writes it', '..\\..\\outside'],
    ['an encoded path upwards', '..%2foutside%00'],
    ['control characters', 'a\u001b[2J\u0007\u007f\u202e\r\n.csv'],
    ['100,000 characters', 'x'.repeat(100_000)],
    ['nothing', ''],
  ])('is read whatever its name, which is kept nowhere: %s', async (_, fileName) => {
    const { status, body } = await registry.upload('penalty', penalties(numbered('189')), {}, CLIENT, fileName);
    expect(status).toBe(202);
    expect(await registry.ended(body.id)).toMatchObject({ state: 'done', rows: 1 });
    expect(readdirSync(storage, { recursive: true })).toEqual(['batches']);
  });

  test('is refused for an item that the catalogue does not have, a kind that is none, and without a file', async () => {
    expect(await registry.upload('tax-arrears', 'CF_WSH')).toMatchObject({
      status: 422,
      body: { type: '/problems/registry.item-unknown' },
    });
    expect(await registry.upload('penalty', 'CF_WSH', { correction: 'perhaps' })).toMatchObject({ status: 400 });
    const form = new FormData();
    form.set('kind', 'penalty');
    expect(await registry.service.request('POST', '/api/v1/batches', { as: CLIENT, body: form })).toMatchObject({ status: 422 });
    expect(await registry.service.request('POST', '/api/v1/batches', { as: CLIENT, body: {} })).toMatchObject({ status: 415 });
  });

  test('with a header and no rows says that there is nothing new', async () => {
    const [header = ''] = penalties(numbered('1')).split('\n');
    const receipt = await registry.load('penalty', header, { asOf: '2026-05-09' });
    expect(receipt).toMatchObject({ state: 'done', rows: 0, nothingNew: true });
    await eventually(
      () => registry.service.neighbour.received(ReportReceivedV1).find(({ data }) => data.batchId === receipt.id && data.nothingNew),
      'the report that there is nothing new',
    );
  });

  test('is not needed to say that there is nothing new', async () => {
    const body = { item: 'penalty', unit: MARKET_REGULATION.code, asOf: '2026-05-10' };
    const answer = await registry.service.request<{ id: string }>('POST', '/api/v1/reports', { as: CLIENT, body });
    expect(answer).toMatchObject({ status: 201, body: { state: 'done', nothingNew: true } });
    await eventually(
      () => registry.service.neighbour.received(ReportReceivedV1).find(({ data }) => data.batchId === answer.body.id),
      'the report',
    );
  });

  test('is read by its own unit alone, and gone when its job has ended', async () => {
    const receipt = await registry.load('penalty', penalties(numbered('191')));
    const other = { ...CLIENT, unit: aCode(8, '11') };
    expect(await registry.service.request('GET', `/api/v1/batches/${receipt.id}`, { as: other })).toMatchObject({ status: 404 });
    expect(await registry.service.request('GET', `/api/v1/batches/${receipt.id}`)).toMatchObject({ status: 401 });
    expect(readdirSync(path.join(storage, 'batches'))).toEqual([]);
    expect(receipt.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('whose quotes never close goes in up to there and says where it broke', async () => {
    const broken = `${penalties(numbered('195'), numbered('196'))}\n"${'x'.repeat(300_000)}`;
    const receipt = await registry.load('penalty', broken);
    expect(receipt).toMatchObject({ state: 'broken', rows: 2, accepted: 2, fault: 'row 4' });
  });
});

describe('a load that is interrupted', () => {
  const SIZE = 6_000;
  const rows = () => Array.from({ length: SIZE }, (_, n) => aRegistration({ creditCode: aCode(10_000 + n), name: `企业${n}` }));

  test('goes on at the row behind the last committed chunk, also in another process', async () => {
    const replica = await Registry.start({ beside: registry.service, env: { STORAGE_DIR: storage, INSTANCE: 'replica' } });
    const { body } = await replica.upload('subject-register', csvOf(item('subject-register'), rows()), { asOf: '2026-05-02' });
    await eventually(async () => (await progressOf(body.id)) > 0, 'the first chunk to be committed');
    await cutConnections();
    await eventually(async () => (await progressOf(body.id)) > 1_000, 'the load to go on');
    await replica.service.close();
    expect(await registry.ended(body.id)).toMatchObject({ state: 'done', rows: SIZE, accepted: SIZE, refused: 0 });
    const [count] = await registry.sql<{ subjects: number; versions: number; events: number }>(
      `select (select count(*)::int from subjects where (state ->> 'name') ~ '^企业') subjects,
              (select count(*)::int from subject_versions where batch_id = $1) versions,
              (select count(*)::int from outbox_events where payload like '%' || $1 || '%' and topic = 'credit.registry.subjects') events`,
      [body.id],
    );
    expect(count).toEqual({ subjects: SIZE, versions: SIZE, events: SIZE });
  }, 90_000);

  async function progressOf(id: string): Promise<number> {
    const [row] = await registry.sql<{ read: number }>(`select rows_read as read from batches where id = $1`, [id]);
    return row?.read ?? 0;
  }

  /** The server ends every session of the service in the middle of what it does, as when its processes are killed. */
  async function cutConnections(): Promise<void> {
    await registry.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    );
  }
});
