import { RecordAnnulledV1, RecordCorrectedV1, RecordFulfilledV1, RecordWithdrawnV1, sampleOf, SubjectChangedV1 } from '@chengxin/contracts';
import { addDays, localDate } from '@chengxin/kernel';
import { eventually, type TokenHolder } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type CreditFileView } from '../src/subjects/dto/credit-file.view.js';
import { type SearchPage } from '../src/subjects/dto/search.view.js';
import { agentOf, DisclosureUnderTest, TODAY } from './disclosure-under-test.js';

const SAMPLE = sampleOf(RecordCorrectedV1).data;
const UNIT = SAMPLE.sourceUnit.code;

jest.setTimeout(60_000); // what is waited for comes within 15 s, on a busy machine several times

let disclosure: DisclosureUnderTest;

beforeAll(async () => {
  disclosure = await DisclosureUnderTest.start();
});
afterAll(() => disclosure?.service.close());

describe('the public credit file', () => {
  test('and the list of records say that they are behind while an event of the enterprise is parked', async () => {
    const [code, other] = [disclosure.newEnterprise(), disclosure.newEnterprise()];
    for (const each of [code, other]) await disclosure.register(each);
    await disclosure.file(other);
    await disclosure.service.neighbour.publishBytes(SubjectChangedV1.topic, code, 'no event');
    await eventually(async () => (await disclosure.file(code)).behind, 'the file to be behind');
    expect((await disclosure.records(code)).behind).toBe(true);
    expect((await disclosure.file(other)).behind).toBe(false);
  });

  test.each([
    ['the subject before its record', true],
    ['the record before its subject', false],
  ])('shows a published penalty: %s', async (_, subjectFirst) => {
    const code = disclosure.newEnterprise();
    const halves = [() => disclosure.register(code, { name: '澄州市青梧建材有限公司' }), () => disclosure.collect(code)];
    for (const half of subjectFirst ? halves : halves.toReversed()) await half();
    const file = await disclosure.file(code, 1);
    expect(file).toMatchObject({
      name: '澄州市青梧建材有限公司',
      registration: { legalRepresentative: expect.any(String) },
      behind: false,
      asOf: expect.any(String),
      moreRecords: false,
    });
    expect(file.counts).toContainEqual({ category: 3, item: 'penalty', name: { zh: '行政处罚', en: 'Administrative penalty' }, count: 1 });
    expect(file.counts).toContainEqual(expect.objectContaining({ item: 'honour', count: 0 }));
    expect(file.records[0]).toMatchObject({
      name: { zh: '行政处罚', en: 'Administrative penalty' },
      documentNumber: '澄市监罚〔2026〕17号',
      authority: { name: '澄州市市场监督管理局' },
      class: 'general',
      shown: true,
      publicity: { from: TODAY, until: '2027-04-20' },
      fulfilment: 'unknown',
      repair: { from: '2026-07-21' },
      fields: { fineAmount: '2.500000' },
    });
    expect(JSON.stringify(file)).not.toMatch(/grade|score/i);
  });

  test('is not there, and says so, before the subject is registered', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.collect(code);
    expect(await disclosure.get(`/${code}`)).toMatchObject({ status: 404, body: { type: '/problems/disclosure.subject-unknown' } });
    expect((await disclosure.get(`/${code}/records`)).status).toBe(404);
    expect(await disclosure.get('/91429500MA1A00008X')).toMatchObject({ status: 422, body: { position: 18 } });
  });

  test('never shows minor penalties, withdrawn and annulled ones, nor fields that are not open', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const fields = { ...SAMPLE.fields, remarks: '内部', taxNumber: '429500123456789' };
    await disclosure.collect(code, { documentNumber: 'open', fields });
    await disclosure.collect(code, { class: 'minor', publicity: { ...SAMPLE.publicity, shown: false } });
    await disclosure.fact(RecordWithdrawnV1, await disclosure.collect(code));
    await disclosure.fact(RecordAnnulledV1, await disclosure.collect(code));
    await eventually(async () => (await disclosure.records(code, REGULATOR)).items.length === 4, 'all four to be known');
    const { records: shown } = await disclosure.file(code, 1);
    expect(shown[0]?.fields).toMatchObject({ taxNumber: '429**********89' });
    expect(shown[0]?.fields).not.toHaveProperty('remarks');
  });

  test('has a tag that stays while nothing in it changes', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    await disclosure.file(code);
    const tag = (await disclosure.get(`/${code}`)).headers.get('etag') ?? '';
    expect((await disclosure.get(`/${code}`, { headers: { 'if-none-match': tag } })).status).toBe(304);
    const record = await disclosure.collect(code);
    await disclosure.file(code, 1);
    const later = await disclosure.get(`/${code}`, { headers: { 'if-none-match': tag } });
    expect(later.status).toBe(200);
    await disclosure.fact(RecordFulfilledV1, record, { fulfilledOn: TODAY, publicity: record.publicity });
    await eventually(async () => (await disclosure.file(code)).records[0]?.fulfilment === 'met', 'the fulfilment to be shown');
  });

  test('has the newest hundred of many records, and counts all of them', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const days = Array.from({ length: 101 }, (_, n) => addDays(TODAY, -n));
    await Promise.all(days.map((decidedOn) => disclosure.collect(code, { decidedOn })));
    await eventually(async () => (await disclosure.file(code)).moreRecords, 'the last record to be known');
    const { records, counts } = await disclosure.file(code);
    expect(records.map(({ decidedOn }) => decidedOn)).toEqual(days.slice(0, 100));
    expect(counts.find(({ item }) => item === 'penalty')).toMatchObject({ count: 101 });
  });

  test('is for each of many who ask at once that of the own enterprise', async () => {
    const codes = Array.from({ length: 40 }, () => disclosure.newEnterprise());
    await Promise.all(codes.map((code, n) => (n % 4 === 3 ? undefined : disclosure.register(code))));
    const collected = await Promise.all(codes.map((code) => disclosure.collect(code)));
    const owners = new Map(collected.map(({ recordId, creditCode }) => [recordId, creditCode]));
    for (const [n, code] of codes.entries()) if (n % 4 !== 3) await disclosure.file(code, 1);
    const answers = await Promise.all([...codes, ...codes].map((code) => disclosure.get<CreditFileView>(`/${code}`)));
    expect(answers.map(({ status }) => status)).toEqual([...codes, ...codes].map((_, n) => (n % 4 === 3 ? 404 : 200)));
    const files = answers.filter(({ status }) => status === 200).map(({ body }) => body);
    expect(files.map(({ creditCode, records }) => [creditCode, ...records.map((record) => owners.get(record.recordId))])).toEqual(
      [...codes, ...codes].filter((_, n) => n % 4 !== 3).map((code) => [code, code]),
    );
  });

  test('is prepared anew when the rights of the public change', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    await disclosure.collect(code);
    const file = await disclosure.file(code, 1);
    await disclosure.sql(`update subjects set rights = 'earlier', public_register = '{"phone":"1"}' where credit_code = $1`, code);
    await disclosure.sql(`update records set rights = 'earlier', public_fields = '{"remarks":"x"}' where credit_code = $1`, code);
    expect((await disclosure.file(code)).records).toEqual(file.records);
    expect((await disclosure.file(code)).registration).toEqual(file.registration);
  });
});

describe('search', () => {
  const find = async (q: string, rest = ''): Promise<SearchPage> => {
    const { status, body } = await disclosure.get<SearchPage>(`?q=${encodeURIComponent(q)}${rest}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  };

  test('finds by code, by part of a name and by a former name, the most relevant first', async () => {
    const names = ['鹭岛丁建材有限公司', '澄州市鹭岛建材有限公司', '鹭岛甲建材有限公司', '鹭岛'];
    const codes = names.map(() => disclosure.newEnterprise());
    await Promise.all(names.map((name, n) => disclosure.register(codes[n]!, { name, formerNames: [] })));
    const renamed = disclosure.newEnterprise();
    await disclosure.register(renamed, { name: '鹭岛', formerNames: [] });
    const changed = {
      ...sampleOf(SubjectChangedV1).data,
      creditCode: renamed,
      version: 2,
      name: '澄州市雨燕建材有限公司',
      formerNames: ['鹭岛'],
    };
    await disclosure.service.neighbour.publish(SubjectChangedV1, renamed, changed);
    const found = await eventually(async () => {
      const { items } = await find('鹭岛');
      return items.at(-1)?.matched === 'former-name' && items.length === 5 ? items : undefined;
    }, 'all five to be found');
    expect(found.map(({ name }) => name)).toEqual([
      '鹭岛',
      '鹭岛丁建材有限公司',
      '鹭岛甲建材有限公司',
      '澄州市鹭岛建材有限公司',
      changed.name,
    ]);
    expect((await find(codes[1]!.toLowerCase())).items).toMatchObject([{ name: names[1], matched: 'code' }]);
    expect((await find('岛建材')).items).toMatchObject([{ name: names[1] }]);
    expect((await find('鹭 岛丁')).items).toMatchObject([{ name: names[0] }]);
    expect((await find('鹭甲')).items).toEqual([]);
  });

  test('goes on page by page', async () => {
    const codes = Array.from({ length: 5 }, () => disclosure.newEnterprise());
    await Promise.all(codes.map((code, n) => disclosure.register(code, { name: `澄州市杜若${n}商贸有限公司` })));
    await eventually(async () => (await find('杜若')).items.length === 5, 'all five to be found');
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { items, next } = await find('杜若', `&limit=2${after}`);
      seen.push(...items.map(({ creditCode }) => creditCode));
      if (!next) break;
      after = `&after=${next}`;
    }
    expect(seen).toEqual(codes);
  });

  test.each(['鹭', ' 鹭 ', ''])('needs two characters: "%s"', async (q) => {
    const answer = await disclosure.get(`?q=${encodeURIComponent(q)}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: 'query', pointer: '/q', rule: 'minLength' }] } });
  });

  test.each(['e30', 'x', 'bnVsbA'])('refuses the cursor %s', async (after) => {
    expect((await disclosure.get(`?q=${encodeURIComponent('杜若')}&after=${after}`)).status).toBe(400);
  });
});

const REGULATOR: TokenHolder = { role: 'regulator' };
const OFFICER: TokenHolder = { role: 'checking-officer', unit: '11429500MB1A000288' };
const SOURCE: TokenHolder = { role: 'determining-officer', unit: UNIT };

describe('the records of an enterprise', () => {
  test('are for each reader what that reader may see', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const fields = { ...SAMPLE.fields, remarks: '内部', taxNumber: '429500123456789' };
    const shown = await disclosure.collect(code, { fields, decidedOn: '2026-04-20' });
    const minor = await disclosure.collect(code, { fields, decidedOn: '2026-04-19', publicity: { ...SAMPLE.publicity, shown: false } });
    const ended = await disclosure.collect(code, { fields, decidedOn: '2026-04-18' });
    await disclosure.fact(RecordWithdrawnV1, ended, { on: TODAY });
    await eventually(async () => (await disclosure.records(code, REGULATOR)).items[2]?.state === 'withdrawn', 'the withdrawal to be known');
    const ids = async (as?: TokenHolder) => (await disclosure.records(code, as)).items.map(({ recordId }) => recordId);
    const all = [shown.recordId, minor.recordId, ended.recordId];
    expect(await ids()).toEqual([shown.recordId]);
    expect(await ids(agentOf(disclosure.newEnterprise()))).toEqual([shown.recordId]);
    expect(await ids(OFFICER)).toEqual([shown.recordId, minor.recordId]);
    expect(await ids(agentOf(code))).toEqual(all);
    expect(await ids(SOURCE)).toEqual(all);
    expect(await ids(REGULATOR)).toEqual(all);
    const seen = async (as?: TokenHolder) => (await disclosure.records(code, as)).items[0]?.fields;
    expect(await seen()).not.toHaveProperty('remarks');
    expect(await seen()).toMatchObject({ taxNumber: '429**********89' });
    expect(await seen(OFFICER)).toMatchObject({ remarks: '内部', taxNumber: '429500123456789' });
  });

  test('go no further than each says itself, and since a correction than that says', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const said = { item: 'volunteered-fact' as const, polarity: 'neutral' as const };
    const open = await disclosure.collect(code, { ...said, decidedOn: '2026-04-20', openness: 'public' });
    const shared = await disclosure.collect(code, { ...said, decidedOn: '2026-04-19', openness: 'shared' });
    const closed = await disclosure.collect(code, { ...said, decidedOn: '2026-04-18', openness: 'authorised' });
    await eventually(async () => (await disclosure.records(code, REGULATOR)).items.length === 3, 'all to be known');
    const ids = async (as?: TokenHolder) => (await disclosure.records(code, as)).items.map(({ recordId }) => recordId);
    expect(await ids()).toEqual([open.recordId]);
    expect(await ids(OFFICER)).toEqual([open.recordId, shared.recordId]);
    const all = [open.recordId, shared.recordId, closed.recordId];
    for (const as of [agentOf(code), SOURCE, REGULATOR]) expect(await ids(as)).toEqual(all);
    expect((await disclosure.records(code, REGULATOR)).items.map(({ shown }) => shown)).toEqual([true, false, false]);
    expect((await disclosure.file(code)).records.map(({ recordId }) => recordId)).toEqual([open.recordId]);
    await disclosure.fact(RecordCorrectedV1, open, { ...said, decidedOn: '2026-04-20', openness: 'authorised', publicity: open.publicity });
    await disclosure.file(code, 0);
    expect(await ids()).toEqual([]);
    expect(await ids(OFFICER)).toEqual([shared.recordId]);
    expect(await ids(agentOf(code))).toEqual(all);
  });

  test('come by item, by pages, and as of a business date', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const days = ['2026-04-01', '2026-04-02', '2026-04-03'];
    for (const day of days) await disclosure.collect(code, { decidedOn: day, effectiveFrom: day });
    const licence = { ...SAMPLE.fields, validUntil: '2026-04-30' };
    const honour = await disclosure.collect(code, {
      item: 'honour',
      polarity: 'favourable',
      decidedOn: '2026-03-01',
      effectiveFrom: '2026-03-01',
      fields: licence,
    });
    const { recordId } = await disclosure.collect(code, { decidedOn: '2026-02-01', effectiveFrom: '2026-02-01' });
    await disclosure.fact(RecordAnnulledV1, { recordId, creditCode: code }, { on: '2026-03-15' });
    await eventually(async () => (await disclosure.records(code, REGULATOR)).items.at(-1)?.state === 'annulled', 'all to be known');
    const { items, next } = await disclosure.records(code, undefined, '?item=penalty&limit=2');
    expect(items.map(({ decidedOn }) => decidedOn)).toEqual(['2026-04-03', '2026-04-02']);
    const rest = await disclosure.records(code, undefined, `?item=penalty&limit=2&after=${next}`);
    expect(rest.items.map(({ decidedOn }) => decidedOn)).toEqual(['2026-04-01']);
    expect(rest.next).toBeUndefined();
    const at = async (day: string) =>
      (await disclosure.records(code, agentOf(code), `?effectiveAt=${day}`)).items.map(({ decidedOn }) => decidedOn);
    expect(await at('2026-03-14')).toEqual(['2026-03-01', '2026-02-01']);
    expect(await at('2026-03-15')).toEqual(['2026-03-01']);
    expect(await at('2026-05-01')).toEqual([...days].reverse());
    expect((await disclosure.records(code, undefined, '?effectiveAt=2026-03-14')).items.map((record) => record.recordId)).toEqual([
      honour.recordId,
    ]);
    expect((await disclosure.get(`/${code}/records?effectiveAt=2026-02-30`)).status).toBe(400);
    expect((await disclosure.get(`/${code}/records?after=e30`)).status).toBe(400);
  });

  test('say since a correction what it says', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const record = await disclosure.collect(code);
    await disclosure.fact(RecordCorrectedV1, record, { documentNumber: '澄市监罚〔2026〕18号', version: 2, publicity: record.publicity });
    await eventually(
      async () => (await disclosure.records(code)).items[0]?.documentNumber === '澄市监罚〔2026〕18号',
      'the correction to be shown',
    );
    expect((await disclosure.records(code)).items).toMatchObject([{ version: 2, recordId: record.recordId }]);
  });
});

describe('a publicity that ends', () => {
  test('binds by its date, before any event says so', async () => {
    const code = disclosure.newEnterprise();
    const last = localDate('2026-05-20');
    await disclosure.register(code);
    await disclosure.collect(code, { publicity: { ...SAMPLE.publicity, shownUntil: last } });
    await disclosure.file(code, 1);
    await disclosure.moveTo(last);
    await disclosure.file(code, 1);
    await disclosure.moveTo(addDays(last, 1));
    expect((await disclosure.file(code)).records).toEqual([]);
    expect((await disclosure.records(code, OFFICER)).items).toHaveLength(1);
  });
});

test('counts its subjects and records for the status', async () => {
  const as: TokenHolder = { role: 'administrator' };
  const { body } = await disclosure.service.request<{ counts: Record<string, number> }>('GET', '/api/v1/operations/status', { as });
  const { rows } = await disclosure.sql(
    'select (select count(*)::int from subjects) as subjects, (select count(*)::int from records) as records',
  );
  expect(body.counts).toEqual(rows[0]);
});
