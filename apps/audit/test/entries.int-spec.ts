import { accessContract, CheckAnsweredV1, CONTRACTS, RecordCollectedV1, sampleOf } from '@chengxin/contracts';
import { completeCreditCode } from '@chengxin/kernel';
import { CASE_NUMBER, eventually, startService, stating, type TestService } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { AuditModule } from '../src/audit.module.js';
import { type AccessPage, type AccessView } from '../src/accesses/dto/access.view.js';
import { type EntriesPage, type EntryDto } from '../src/entries/dto/entries.dto.js';
import { migrations } from '../src/migrations/index.js';

const AUDITOR = { role: 'auditor' as const };
const OWN_LOOKS = accessContract('audit').type;
const isHeartbeat = (topic: string) => topic === 'credit.platform.clock' || topic.endsWith('.watermarks');
const KEPT = CONTRACTS.filter(({ topic, type }) => !isHeartbeat(topic) && type !== OWN_LOOKS); // its own looks audit says itself

let audit: TestService;
beforeAll(async () => {
  audit = await startService({ service: 'audit', module: AuditModule, migrations });
}, 60_000);
afterAll(() => audit?.close());

const page = async (query: string): Promise<EntriesPage> =>
  (await audit.request<EntriesPage>('GET', `/api/v1/audit/entries?${query}`, { as: AUDITOR, purpose: 'audit' })).body;

async function count(): Promise<number> {
  const as = { role: 'administrator' as const };
  const { body } = await audit.request<{ counts: { entries: number } }>('GET', '/api/v1/operations/status', { as });
  return body.counts.entries;
}

async function all(query: string): Promise<EntryDto[]> {
  const entries: EntryDto[] = [];
  let next: string | undefined = '';
  while (next !== undefined) {
    const part: EntriesPage = await page(`limit=7&${query}${next ? `&after=${next}` : ''}`);
    entries.push(...part.items);
    next = part.next;
  }
  return entries;
}

test('keeps every contract as it was said, pages in order and without a gap', async () => {
  const said = [];
  for (const contract of KEPT) {
    const { subject = 'x', data } = sampleOf(contract);
    said.push(await audit.neighbour.publish(contract, subject, data));
  }
  await eventually(async () => (await count()) === said.length, 'every event to be kept');
  const entries = (await all('')).filter(({ type }) => type !== OWN_LOOKS);
  expect(entries.map(({ position }) => Number(position))).toEqual(entries.map((_, n) => n + 1));
  for (const { id, type, data, correlationid } of said) {
    expect(entries.find(({ eventId }) => eventId === id)).toMatchObject({ type, data, correlationId: correlationid });
  }
});

test('narrows down to an enterprise, a type or what one request brought about', async () => {
  const [one] = await all(`type=${RecordCollectedV1.type}`);
  expect(one?.type).toBe(RecordCollectedV1.type);
  expect(new Set((await all(`key=${one?.key}`)).map(({ key }) => key))).toEqual(new Set([one?.key]));
  expect(await all(`correlationId=${one?.correlationId}`)).toEqual([one]);
});

test('is for auditors and administrators', async () => {
  expect((await audit.request('GET', '/api/v1/audit/entries')).status).toBe(401);
  expect((await audit.request('GET', '/api/v1/audit/entries', { as: { role: 'regulator' } })).status).toBe(403);
  expect((await audit.request('GET', '/api/v1/audit/entries?after=nonsense', { as: AUDITOR, purpose: 'audit' })).status).toBe(400);
  expect((await audit.request('GET', '/api/v1/audit/entries', { as: AUDITOR })).status).toBe(403);
});

test('reading the log looks at each enterprise on the page, and looking at such looks is no look: reading ends', async () => {
  const { subject = '' } = sampleOf(RecordCollectedV1);
  const read = (type: string, caseNumber: string) =>
    audit.request<EntriesPage>('GET', `/api/v1/audit/entries?type=${type}`, { as: AUDITOR, headers: stating('audit', caseNumber) });
  const looks = (caseNumber: string) =>
    audit.neighbour.received(accessContract('audit')).filter(({ key, data }) => key === subject && data.caseNumber === caseNumber);
  const { body } = await read(RecordCollectedV1.type, '其一');
  const look = await eventually(() => looks('其一')[0], 'the look to be recorded');
  expect(look.data).toMatchObject({ what: 'entries', purpose: 'audit', shown: [{ kind: 'event', id: body.items[0]?.eventId }] });
  const own = async () => (await read(OWN_LOOKS, '其二')).body.items.find(({ eventId }) => eventId === look.id);
  await eventually(own, 'it to be kept in the log');
  await read(RecordCollectedV1.type, '其三');
  await eventually(() => looks('其三')[0], 'the next look to be recorded, behind all before it');
  expect(looks('其二')).toEqual([]);
});

describe('who looked at an enterprise', () => {
  const code = completeCreditCode('91', '429502', 'MA7Y0001');
  const AGENT = { role: 'enterprise-agent' as const, enterprises: [code] };
  const accesses = (query = '', request: object = { as: AGENT }) =>
    audit.request<AccessPage>('GET', `/api/v1/subjects/${code}/accesses${query}`, request);
  let published: string[];

  beforeAll(async () => {
    const look = { ...sampleOf(accessContract('disclosure')).data, creditCode: code };
    const check = { ...sampleOf(CheckAnsweredV1).data, creditCode: code };
    const events = [
      await audit.neighbour.publish(accessContract('disclosure'), code, look),
      await audit.neighbour.publish(CheckAnsweredV1, code, check),
    ];
    await audit.neighbour.publish(accessContract('disclosure'), sampleOf(accessContract('disclosure')).data.creditCode, {
      ...sampleOf(accessContract('disclosure')).data,
    });
    published = events.map(({ id }) => id);
    await eventually(async () => (await accesses()).body.items.length === 2, 'both looks to be known');
  }, 30_000);

  const byId = async (request?: object): Promise<(AccessView | undefined)[]> => {
    const { items } = (await accesses('', request)).body;
    return published.map((id) => items.find((item) => item.id === id));
  };

  test('is told to the enterprise: unit and role, purpose, case and what was shown, but no person', async () => {
    const [look, check] = await byId();
    const { lookedBy, shown, lookedAt } = sampleOf(accessContract('disclosure')).data;
    expect(look).toEqual({
      id: published[0],
      service: 'disclosure',
      what: 'records',
      lookedBy: { role: lookedBy.role, unit: lookedBy.unit },
      purpose: { code: 'government-procurement', zh: '政府采购', en: 'Government procurement' },
      caseNumber: CASE_NUMBER,
      shown,
      unnamed: 0,
      effectiveAt: '2026-05-01',
      lookedOn: '2026-05-11',
      lookedAt,
    });
    const { number, purpose, evidence } = sampleOf(CheckAnsweredV1).data;
    expect(check).toMatchObject({ service: 'verification', what: 'check', purpose: { code: purpose } });
    expect(check?.lookedBy).not.toHaveProperty('subject');
    expect(check?.shown).toEqual([
      { kind: 'answer', id: number },
      ...evidence.map(({ recordId, version }) => ({ kind: 'record', id: recordId, version })),
    ]);
  });

  test('comes page by page, the latest first', async () => {
    const first = (await accesses('?limit=1')).body;
    const second = (await accesses(`?limit=1&after=${first.next}`)).body;
    const { items } = (await accesses()).body;
    expect([...first.items, ...second.items]).toEqual(items);
    expect((await accesses(`?limit=1&after=${second.next}`)).body).toEqual({ items: [] });
    expect((await accesses('?after=nonsense')).status).toBe(400);
  });

  test('is for the enterprise itself, and for regulators and auditors with a purpose, who are looked at in turn', async () => {
    const statuses = [
      accesses('', {}),
      accesses('', { as: { role: 'enterprise-agent', enterprises: [] } }),
      accesses('', { as: { role: 'checking-officer' }, purpose: 'bidding' }),
      accesses('', { as: { role: 'auditor' } }),
    ];
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([401, 403, 403, 403]);
    const [look] = await byId({ as: { role: 'auditor', subject: 'auditor' }, purpose: 'audit' });
    expect(look?.lookedBy).toEqual(sampleOf(accessContract('disclosure')).data.lookedBy);
    const own = await eventually(
      async () => (await accesses()).body.items.find(({ what }) => what === 'accesses'),
      'the enterprise to see that the auditor looked',
    );
    expect(own).toMatchObject({ service: 'audit', lookedBy: { role: 'auditor' }, purpose: { code: 'audit', zh: '审计监督' } });
    expect(own.shown.map(({ id }) => id).sort()).toEqual([...published].sort());
  });
});

test.each(['update entries set type = type', 'delete from entries', 'truncate entries'])('its own role may not %s', async (statement) => {
  const client = new pg.Client({ connectionString: audit.database?.url });
  await client.connect();
  try {
    await expect(client.query(statement)).rejects.toThrow('permission denied');
  } finally {
    await client.end();
  }
});
