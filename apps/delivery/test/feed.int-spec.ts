import {
  accessContract,
  CONTRACTS,
  type ContractClass,
  RecordCollectedV1,
  RecordExpiredV1,
  RecordFulfilledV1,
  RecordRepairedV1,
  SubjectRegisteredV1,
  sampleOf,
  TOPICS,
} from '@chengxin/contracts';
import { uuidv7 } from '@chengxin/platform';
import { eventually, type TokenHolder } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { FEED_TYPES } from '../src/feed/feed-types.js';
import { DeliveryUnderTest, DEPARTMENT, SOURCE, TODAY } from './delivery-under-test.js';

const REGULATOR: TokenHolder = { role: 'regulator' };

jest.setTimeout(60_000); // what is waited for comes within 15 s, on a busy machine several times

let delivery: DeliveryUnderTest;

beforeAll(async () => {
  delivery = await DeliveryUnderTest.start();
});
afterAll(() => delivery?.service.close());

const heardByDelivery = (contract: ContractClass): boolean =>
  TOPICS.some(({ name, consumers }) => name === contract.topic && !name.endsWith('.watermarks') && consumers.includes('delivery')) &&
  contract.topic !== 'credit.platform.clock';

describe('the feed', () => {
  test('has every event that is for departments under its own identifier, and none of the others', async () => {
    const code = delivery.newEnterprise();
    const published = new Map<string, string>();
    for (const contract of CONTRACTS.filter(heardByDelivery)) published.set(contract.type, await delivery.publish(contract, code));
    const items = await delivery.about(code, FEED_TYPES.length, REGULATOR);
    expect(new Set(items.map(({ type }) => type))).toEqual(new Set(FEED_TYPES));
    for (const { id, type } of items) expect(published.get(type)).toBe(id);
    expect(published.size).toBeGreaterThan(FEED_TYPES.length);
    for (const item of items) expect(item).not.toHaveProperty('actor');
  });

  test('has gapless positions in which each enterprise keeps its order', async () => {
    const codes = Array.from({ length: 8 }, () => delivery.newEnterprise());
    const sent = await Promise.all(
      codes.map(async (code) => {
        const ids: string[] = [];
        for (let n = 0; n < 5; n += 1) ids.push(await delivery.publish(SubjectRegisteredV1, code, { version: n + 1 }));
        return ids;
      }),
    );
    for (const [n, code] of codes.entries()) expect((await delivery.about(code, 5)).map(({ id }) => id)).toEqual(sent[n]);
    const { rows } = await delivery.sql('select position::int from entries order by position');
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, n) => n + 1));
  });

  test('goes on from where its reader stopped, also at its end', async () => {
    const code = delivery.newEnterprise();
    for (let n = 0; n < 5; n += 1) await delivery.publish(SubjectRegisteredV1, code, { version: n + 1 });
    const whole = await delivery.about(code, 5);
    const seen: string[] = [];
    let page = await delivery.feed({ subject: code, limit: 2 });
    for (seen.push(...page.items.map(({ id }) => id)); page.more; seen.push(...page.items.map(({ id }) => id))) {
      page = await delivery.feed({ subject: code, limit: 2, after: page.next });
    }
    expect(seen).toEqual(whole.map(({ id }) => id));
    const end = await delivery.feed({ after: page.next });
    expect(await delivery.feed({ after: end.next })).toMatchObject({ items: [], next: end.next, more: false });
    const id = await delivery.publish(SubjectRegisteredV1, code, { version: 6 });
    const news = await eventually(async () => {
      const { items } = await delivery.feed({ after: end.next });
      return items.length > 0 ? items : undefined;
    }, 'the next entry to come');
    expect(news.map((item) => item.id)).toEqual([id]);
  });

  test('gives only the types that are asked for', async () => {
    const code = delivery.newEnterprise();
    await delivery.publish(SubjectRegisteredV1, code);
    await delivery.collect(code);
    await delivery.about(code, 2);
    const types = (query: string) => delivery.feed({ subject: code, types: query }).then(({ items }) => items.map(({ type }) => type));
    expect(await types(RecordCollectedV1.type)).toEqual([RecordCollectedV1.type]);
    expect(await types(`${RecordCollectedV1.type},${SubjectRegisteredV1.type}`)).toHaveLength(2);
  });

  test.each([
    ['a cursor that is not ours', 'after=e30', 400],
    ['a negative cursor', `after=${Buffer.from('{"position":-1}').toString('base64url')}`, 400],
    ['a type that is not for departments', 'types=credit.disclosure.publication-stopped.v1', 400],
    ['a code that fails its check', 'subject=91429500MA1A00008X', 422],
    ['too many at once', 'limit=201', 400],
  ])('refuses %s', async (_, query, status) => {
    expect((await delivery.service.request('GET', `/api/v1/events?${query}`, { as: DEPARTMENT, purpose: 'supervision' })).status).toBe(
      status,
    );
  });

  test.each<[string, TokenHolder | undefined, number]>([
    ['nobody', undefined, 401],
    ['enterprises', { role: 'enterprise-agent', enterprises: [] }, 403],
    ['reviewers of the centre', { role: 'centre-reviewer' }, 403],
    ['checking officers', { role: 'checking-officer' }, 200],
    ['determining officers', { role: 'determining-officer' }, 200],
    ['regulators', REGULATOR, 200],
  ])('is for departments: %s', async (_, as, status) => {
    expect((await delivery.service.request('GET', '/api/v1/events', as && { as, purpose: 'supervision' })).status).toBe(status);
  });

  test('is read for a purpose: each enterprise on a page is looked at once, with the records and events shown', async () => {
    const [one, two] = [delivery.newEnterprise(), delivery.newEnterprise()];
    const { recordId } = await delivery.collect(one);
    const named = await delivery.publish(SubjectRegisteredV1, one);
    await delivery.publish(SubjectRegisteredV1, two);
    await delivery.about(one, 2);
    await delivery.about(two, 1);
    const ask = (as: TokenHolder, purpose?: string) =>
      delivery.service.request('GET', `/api/v1/events?subject=${one}`, { as, ...(purpose && { purpose }) });
    expect(await ask(DEPARTMENT)).toMatchObject({ status: 403, body: { type: '/problems/access.purpose-needed' } });
    await ask(DEPARTMENT, 'bidding');
    const heard = (purpose: string) =>
      delivery.service.neighbour.received(accessContract('delivery')).flatMap(({ data }) => (data.purpose === purpose ? [data] : []));
    const [look, ...others] = await eventually(
      () => (heard('bidding').length > 0 ? heard('bidding') : undefined),
      'the look to be recorded',
    );
    expect(look).toMatchObject({ creditCode: one, what: 'events', lookedBy: { subject: DEPARTMENT.subject, unit: DEPARTMENT.unit } });
    const record = { kind: 'record', id: recordId, version: 1 };
    expect(look?.shown).toEqual(expect.arrayContaining([record, { kind: 'event', id: named }]));
    expect(others).toEqual([]);
    await delivery.service.request('GET', '/api/v1/events?limit=200', { as: DEPARTMENT, purpose: 'land-and-state-property' });
    await eventually(
      () => [one, two].every((code) => heard('land-and-state-property').filter(({ creditCode }) => creditCode === code).length === 1),
      'one look for each enterprise of a page',
    );
  });
});

const SOURCES = ['registry', 'rating', 'verification', 'repair'] as const;

test('says up to when it is whole, and that it is behind while a source is silent', async () => {
  expect((await delivery.feed()).behind).toBe(true);
  await delivery.service.neighbour.beatFor(SOURCES);
  await eventually(async () => !(await delivery.feed()).behind, 'the feed to be whole');
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  await delivery.service.neighbour.beatFor(SOURCES, { inputs: { registry: anHourAgo } });
  await eventually(async () => (await delivery.feed()).asOf === anHourAgo, 'the feed to be as of what its sources had consumed');
  expect((await delivery.feed()).behind).toBe(true);

  const code = delivery.newEnterprise();
  await delivery.service.neighbour.beatFor(SOURCES, { parked: { 'credit.registry.records': [code] } });
  await eventually(async () => (await delivery.feed({ subject: code })).behind, 'the feed of the enterprise to be behind');
  await eventually(async () => !(await delivery.feed()).behind, 'the feed to be whole again');
  await delivery.service.neighbour.beatFor([]);
});

describe('a record in the feed', () => {
  test('has the fields that its reader may see', async () => {
    const code = delivery.newEnterprise();
    const { fields } = sampleOf(RecordCollectedV1).data;
    await delivery.collect(code, { fields: { ...fields, remarks: '内部', telephone: '1' } });
    const [item] = await delivery.about(code, 1);
    expect(item?.data).toMatchObject({ fields: { ...fields, remarks: '内部' } });
    expect(item?.data).not.toHaveProperty('fields.telephone');
  });

  test('is withheld once it is shared no longer, except from its source, and its end is told', async () => {
    const code = delivery.newEnterprise();
    const record = await delivery.collect(code);
    const { recordId } = record;
    await delivery.publish(RecordFulfilledV1, code, { recordId, version: 2, publicity: record.publicity });
    expect((await delivery.about(code, 2)).map(({ withheld }) => withheld)).toEqual([undefined, undefined]);
    await delivery.repair(record, uuidv7());
    expect((await delivery.about(code, 3)).map(({ withheld }) => withheld)).toEqual([true, true, undefined]);
    expect((await delivery.about(code, 3, SOURCE)).map(({ withheld }) => withheld)).toEqual([undefined, undefined, undefined]);
    expect((await delivery.about(code, 3))[0]?.data).not.toHaveProperty('fields');
  });

  test('is withheld by its date, before any event says so', async () => {
    const code = delivery.newEnterprise();
    const { publicity } = sampleOf(RecordCollectedV1).data;
    const record = await delivery.collect(code, { publicity: { ...publicity, sharedUntil: TODAY } });
    expect((await delivery.about(code, 1))[0]).not.toHaveProperty('withheld');
    const { recordId } = record;
    await delivery.publish(RecordExpiredV1, code, {
      recordId,
      version: 2,
      ended: ['shared'],
      publicity: { ...publicity, sharedUntil: '2026-05-10' },
    });
    expect((await delivery.about(code, 2))[0]).toMatchObject({ withheld: true });
  });

  test('that comes after its repair is withheld from the first', async () => {
    const code = delivery.newEnterprise();
    const recordId = uuidv7();
    await delivery.repair({ recordId, creditCode: code }, uuidv7());
    await delivery.collect(code, { recordId });
    const items = await delivery.about(code, 2);
    expect(items.map(({ type, withheld }) => [type, withheld])).toEqual([
      [RecordRepairedV1.type, undefined],
      [RecordCollectedV1.type, true],
    ]);
  });
});

describe('the answer to a repair', () => {
  test.each([
    ['repaired first', true],
    ['asked first', false],
  ])('names the entry and the case: %s', async (_, repairedFirst) => {
    const code = delivery.newEnterprise();
    const caseId = uuidv7();
    const record = await delivery.collect(code);
    if (!repairedFirst) await delivery.await(record, caseId);
    const eventId = await delivery.repair(record, caseId);
    const [first] = await eventually(() => found(caseId, 1), 'the entry to be announced');
    const entry = (await delivery.about(code, 2)).find(({ id }) => id === eventId);
    expect(first?.data).toMatchObject({
      creditCode: code,
      causes: [{ eventId, caseId, recordId: record.recordId }],
      position: entry?.position,
      entryEventId: eventId,
      writtenOn: TODAY,
    });
    await delivery.await(record, caseId);
    const [, again] = await eventually(() => found(caseId, 2), 'the entry to be announced again');
    expect({ ...again?.data, knownAt: '' }).toEqual({ ...first?.data, knownAt: '' });
  });

  const found = (caseId: string, times: number) => {
    const receipts = delivery.receipts(caseId);
    return receipts.length >= times ? receipts : undefined;
  };
});

test('counts its entries and webhooks for the status', async () => {
  const as: TokenHolder = { role: 'administrator' };
  const { body } = await delivery.service.request<{ counts: Record<string, number> }>('GET', '/api/v1/operations/status', { as });
  const { rows } = await delivery.sql('select count(*)::int as entries, 0 as webhooks from entries');
  expect(body.counts).toEqual(rows[0]);
});
