import { CONTRACTS, RecordCollectedV1, sampleOf } from '@chengxin/contracts';
import { eventually, startService, type TestService } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { AuditModule } from '../src/audit.module.js';
import { type EntriesPage, type EntryDto } from '../src/entries/dto/entries.dto.js';
import { migrations } from '../src/migrations/index.js';

const AUDITOR = { role: 'auditor' as const };
const KEPT = CONTRACTS.filter(({ topic }) => topic !== 'credit.platform.clock' && !topic.endsWith('.watermarks'));

let audit: TestService;
beforeAll(async () => {
  audit = await startService({ service: 'audit', module: AuditModule, migrations });
}, 60_000);
afterAll(() => audit?.close());

const page = async (query: string): Promise<EntriesPage> =>
  (await audit.request<EntriesPage>('GET', `/api/v1/audit/entries?${query}`, { as: AUDITOR })).body;

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
  const entries = await eventually(async () => {
    const kept = await all('');
    return kept.length === said.length ? kept : undefined;
  }, 'every event to be kept');
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
  expect((await audit.request('GET', '/api/v1/audit/entries?after=nonsense', { as: AUDITOR })).status).toBe(400);
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
