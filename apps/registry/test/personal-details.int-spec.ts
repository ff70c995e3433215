import { operationContract } from '@chengxin/contracts';
import { aCode, aPenalty, csvOf } from '@chengxin/registry/testing';
import { eventually, type TestAnswer, type TokenHolder } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RecordDto } from '../src/records/dto/record.dto.js';
import type { PersonalPlaceDto } from '../src/records/dto/personal-place.dto.js';
import { item, OFFICER, Registry } from './registry-under-test.js';

jest.setTimeout(60_000);

const NUMBER = '11010519491231002X';
const PAPERS = { representativePaperKind: '身份证', representativePaperNumber: NUMBER };
const ADMINISTRATOR: TokenHolder = { role: 'administrator', subject: 'operator' };
const ORDER = { document: '澄网信函〔2026〕3号', reason: `当事人（${NUMBER}）请求删除` };

let registry: Registry;
let numbers = 0;

beforeAll(async () => {
  registry = await Registry.start();
  await registry.register(Array.from({ length: 5 }, (_, n) => aCode(700 + n)));
}, 60_000);

afterAll(() => registry.service.close(), 30_000);

type Sent = { id: string; fields: Record<string, string>; digest: string };

/** A record that came with identity papers. */
async function send(values: Record<string, string> = {}): Promise<Sent> {
  numbers += 1;
  const fields = aPenalty({
    documentNumber: `澄市监罚〔2026〕${700 + numbers}号`,
    creditCode: aCode(700 + (numbers % 5)),
    ...PAPERS,
    ...values,
  });
  const { status, body } = await registry.submit<{ record: RecordDto }>('penalty', fields);
  if (status !== 201) throw new Error(JSON.stringify(body));
  const { recordId: id, personalDetails } = body.record;
  return { id, fields, digest: personalDetails?.digest ?? '' };
}

const placeOf = async (id: string): Promise<PersonalPlaceDto | undefined> =>
  (await registry.service.request<RecordDto>('GET', `/api/v1/records/${id}`, { as: OFFICER })).body.personalDetails;

const order = (id: string, as = ADMINISTRATOR, body: object = ORDER): Promise<TestAnswer<PersonalPlaceDto>> =>
  registry.service.request('POST', `/api/v1/records/${id}/personal-details/deletion`, { as, body });

/** What was announced of deletions under an entry or a document. */
const announced = (ground: string) =>
  registry.service.neighbour
    .received(operationContract('registry'))
    .map(({ data }) => data)
    .filter((data) => data.ground === ground);

/** In which tables of the service the number stands. */
async function tablesWith(number: string): Promise<string[]> {
  const tables = await registry.sql<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await registry.sql<{ stands: boolean }>(`select exists (select from ${name} t where t::text like $1) as stands`, [
      `%${number}%`,
    ]);
    if (row?.stands) found.push(name);
  }
  return found;
}

describe('the identity papers of a record', () => {
  test('stand in one place alone, of which its unit reads a keyed digest and how long they are kept', async () => {
    const { id, digest } = await send({ decidedOn: '2026/04/20' });
    expect(await placeOf(id)).toEqual({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      keptUntil: '2031-04-20',
      text: { zh: '另行保存至 2031-04-20', en: 'Kept apart until 2031-04-20' },
    });
    expect((await placeOf(id))?.digest).toBe(digest);
    expect(await tablesWith(NUMBER)).toEqual(['personal_details']);
    const { body } = await registry.submit<{ record: RecordDto }>(
      'penalty',
      aPenalty({ documentNumber: '无证件', creditCode: aCode(700) }),
    );
    expect(body.record).not.toHaveProperty('personalDetails');
  });

  test('are deleted on order with a document, once, and that is announced without a number', async () => {
    const { id, fields, digest } = await send();
    const deleted = { digest, deletedOn: '2026-05-11', under: ORDER.document };
    expect(await order(id)).toMatchObject({ status: 201, body: deleted });
    expect(await placeOf(id)).toMatchObject({ ...deleted, text: { en: `Deleted on 2026-05-11 under ${ORDER.document}` } });
    expect(await order(id)).toMatchObject({
      status: 409,
      body: { type: '/problems/registry.personal-details-deleted', deletedOn: '2026-05-11', under: ORDER.document },
    });
    const [said] = await eventually(() => (announced(ORDER.document).length > 0 ? announced(ORDER.document) : undefined), 'the deletion');
    expect(said).toMatchObject({ operation: 'deletion', target: `personal details of record ${id}`, count: 1, by: 'operator' });
    expect(await tablesWith(NUMBER)).toEqual(['personal_details']); // of the test before
    expect(await registry.submit('penalty', fields)).toMatchObject({ status: 200, body: { outcome: 'unchanged' } });
  });

  test('are no one else’s to delete, and there must be some', async () => {
    const { id } = await send();
    expect((await order(id, OFFICER)).status).toBe(403);
    expect((await order(id, ADMINISTRATOR, { document: ORDER.document })).status).toBe(400);
    expect((await order('00000000-0000-7000-8000-000000000000')).status).toBe(404);
    const { body } = await registry.submit<{ record: RecordDto }>(
      'penalty',
      aPenalty({ documentNumber: '无证件二', creditCode: aCode(701) }),
    );
    expect(await order(body.record.recordId)).toMatchObject({ status: 409, body: { type: '/problems/registry.no-personal-details' } });
  });

  test('of a decision older than the period are not kept at all', async () => {
    const { id } = await send({ decidedOn: '2021/05/10', creditCode: aCode(702) });
    const gone = await eventually(async () => {
      const place = await placeOf(id);
      return place?.deletedOn ? place : undefined;
    }, 'the papers of an old decision to be deleted');
    expect(gone).toMatchObject({ deletedOn: '2026-05-11', under: 'retention.record.2021' });
  });
});

/** Last: these move business time for the whole file. */
describe('when their retention is over', () => {
  test('the cells of a refused row read as deleted', async () => {
    const row = aPenalty({ documentNumber: '澄市监罚〔2026〕799号', creditCode: aCode(999), ...PAPERS });
    const { id } = await registry.load('penalty', csvOf(item('penalty'), [row]));
    const read = async (accept: string) =>
      (await registry.service.request<string>('GET', `/api/v1/batches/${id}/rejections`, { as: OFFICER, headers: { accept } })).body;
    expect(await read('text/csv')).toContain(NUMBER);
    await registry.setTime('2026-11-08T00:00:30+08:00');
    const csv = await eventually(async () => {
      const text = await read('text/csv');
      return text.includes(NUMBER) ? undefined : text;
    }, 'the cells to be deleted');
    expect(csv).toContain('个人信息已于 2026-11-08 依据 retention.rejection.2021 删除');
    const [line] = (await registry.rejections(id)) as { deleted?: object }[];
    expect(line?.deleted).toMatchObject({ en: 'Deleted on 2026-11-08 under retention.rejection.2021' });
  });

  test('the papers of a record are deleted, its digest stands, and nothing of them is left', async () => {
    const { id, digest } = await send({ decidedOn: '2026/04/21' });
    await registry.setTime('2031-04-21T23:00:00+08:00');
    expect(await placeOf(id)).toMatchObject({ keptUntil: '2031-04-21' });
    await registry.setTime('2031-04-22T00:00:30+08:00');
    await eventually(async () => ((await placeOf(id))?.deletedOn ? true : undefined), 'the papers to be deleted');
    expect(await placeOf(id)).toMatchObject({ digest, deletedOn: '2031-04-22', under: 'retention.record.2021' });
    expect(await tablesWith(NUMBER)).toEqual([]);
    await eventually(
      () => announced('retention.record.2021').some(({ performedOn }) => performedOn === '2031-04-22'),
      'the deletion to be told',
    );
    expect(JSON.stringify(registry.service.neighbour.received(operationContract('registry')))).not.toContain(NUMBER);
  });

  test.each(['update personal_deletions set reason = null', 'delete from personal_deletions'])(
    'their history refuses: %s',
    async (statement) => {
      await expect(registry.sql(statement)).rejects.toThrow('permission denied');
    },
  );
});
