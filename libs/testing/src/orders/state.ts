import pg from 'pg';
import { type TestService } from '../service.js';
import { NAMES, nameIn } from './story.js';

/** What a database holds about one enterprise: by table its rows in the order written, with the names of the samples. */
export type Holding = Record<string, object[]>;

const NAMED = /\b(?:[0-9A-Z]{18}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b/g;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
/** Places in a row of all that came, and what an envelope says of the event that came last. */
const PASSING = new Set(['position', 'xid', 'sequence', 'correlationid', 'traceparent', 'causationid', 'actor']);
/** Whose rows are about no enterprise. */
const ELSEWHERE = ['migrations', 'outbox_cursor', 'event_sequences', 'consumed_offsets', 'rebuilds'];

const ROWS = (table: string): string =>
  `select to_jsonb(t) as row from public.${table} t order by to_jsonb(t) -> 'position', to_jsonb(t)::text`;

/** Reads all that the database of a service holds about these enterprises, as its owner. */
export async function holdings({ database }: TestService, creditCodes: readonly string[]): Promise<Map<string, Holding>> {
  const found = new Map(creditCodes.map((creditCode): [string, Holding] => [creditCode, {}]));
  const names = namesOf(creditCodes);
  const client = new pg.Client({ connectionString: database?.ownerUrl });
  await client.connect();
  try {
    for (const table of await tablesOf(client)) {
      const { rows } = await client.query<{ row: object }>(ROWS(table));
      for (const { row } of rows) put(found.get(codeIn(row, names) ?? ''), table, told(row, names));
    }
    return found;
  } finally {
    await client.end();
  }
}

function put(holding: Holding | undefined, table: string, row: unknown): void {
  if (holding) (holding[table] ??= []).push(row as object);
}

/** The enterprise that a row is about: that of the first name in it. */
function codeIn(row: object, names: ReadonlyMap<string, Name>): string | undefined {
  const words = JSON.stringify(row).match(NAMED) ?? [];
  return words.map((word) => names.get(word)?.creditCode).find((creditCode) => creditCode !== undefined);
}

type Name = { creditCode: string; name: string };

const namesOf = (creditCodes: readonly string[]): Map<string, Name> =>
  new Map(
    creditCodes.flatMap((creditCode): [string, Name][] => [
      [creditCode, { creditCode, name: 'the enterprise' }],
      ...NAMES.map((name): [string, Name] => [nameIn(creditCode, name), { creditCode, name }]),
    ]),
  );

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1`,
    [ELSEWHERE],
  );
  return rows.map(({ name }) => name);
}

/** The same with the names of the samples, without what passes: instants, places, identifiers that were drawn. */
function told(value: unknown, names: ReadonlyMap<string, Name>): unknown {
  if (typeof value === 'string') return toldText(value, names);
  if (Array.isArray(value)) return value.map((item) => told(item, names));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([member]) => !PASSING.has(member));
  return Object.fromEntries(members.map(([member, held]) => [member, told(held, names)]));
}

function toldText(text: string, names: ReadonlyMap<string, Name>): unknown {
  if (text.startsWith('{')) return told(JSON.parse(text), names);
  if (INSTANT.test(text)) return 'an instant';
  return text.replace(NAMED, (word) => names.get(word)?.name ?? (word.includes('-') && !NAMES.includes(word) ? 'an identifier' : word));
}

/** The same in no order, and of what was announced each thing once: what is said again is nothing new. */
export function settled(holding: Holding): Holding {
  return Object.fromEntries(
    Object.entries(holding).map(([table, rows]) => {
      const texts = rows.map((row) => JSON.stringify(row)).sort();
      return [table, (table === 'outbox_events' ? [...new Set(texts)] : texts).map((text) => JSON.parse(text) as object)];
    }),
  );
}
