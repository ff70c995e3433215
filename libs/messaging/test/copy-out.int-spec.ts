import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { copyOut } from '../src/relay/copy-out.js';

const ROWS = 2_000;
const copyOf = (fields: string): string => `copy (select ${fields} from generate_series(1, ${ROWS}) n) to stdout (format binary)`;

let client: pg.Client;

beforeEach(async () => {
  client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  client.on('error', () => undefined);
  await client.connect();
});
afterEach(() => client.end().catch(() => undefined));

test('gives the fields of many rows as they are', async () => {
  const rows = await copyOut(client, copyOf(`n::text, '', repeat('信', n)`));
  const texts = rows.map((fields) => fields.map(String));
  expect(texts).toEqual(Array.from({ length: ROWS }, (_, at) => [String(at + 1), '', '信'.repeat(at + 1)]));
});

test('gives nothing when there is nothing', async () => {
  await expect(copyOut(client, `copy (select '1' where false) to stdout (format binary)`)).resolves.toEqual([]);
});

test('throws what goes wrong in the middle, and the session can go on', async () => {
  await expect(copyOut(client, copyOf(`repeat('x', 2000), (1 / (1500 - n))::text`))).rejects.toThrow('division by zero');
  await expect(copyOut(client, copyOf(`'x'`))).resolves.toHaveLength(ROWS);
});

test('throws when its connection is cut in the middle, and whatever is asked after', async () => {
  const cut = `repeat('x', 2000), case n when 1500 then pg_terminate_backend(pg_backend_pid())::text else '' end`;
  await expect(copyOut(client, copyOf(cut))).rejects.toThrow();
  await expect(copyOut(client, copyOf(`'x'`))).rejects.toThrow();
});
