import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ANNOUNCING_SERVICES, type Service } from '@chengxin/contracts';
import pg from 'pg';
import { migrateService, type Surroundings } from './processes.js';
import { type Settings, WORKSPACE } from './settings.js';

/** What was last migrated in a data folder: the digest of the migrations' code, and how many the database then had. */
type Level = { digest: string; count: number };

/**
 * Brings every service's database to its newest form, two at a time: each is a program of its own, and small machines
 * have two cores. Where neither the migrations nor the database have changed since the last start, nothing is run.
 */
export async function migrateAll(settings: Settings, surroundings: Surroundings): Promise<void> {
  const known = readLevels(settings.dataDir);
  const levels: Record<string, Level> = {};
  const waiting = [...ANNOUNCING_SERVICES];
  const worker = async (): Promise<void> => {
    for (let service = waiting.shift(); service; service = waiting.shift()) {
      levels[service] = await migrated(service, known[service], { settings, surroundings });
    }
  };
  await Promise.all([worker(), worker()]);
  writeFileSync(recordOf(settings.dataDir), JSON.stringify(levels, undefined, 2));
}

async function migrated(
  service: Service,
  known: Level | undefined,
  { settings, surroundings }: { settings: Settings; surroundings: Surroundings },
): Promise<Level> {
  const digest = digestOf(service);
  const ownerUrl = surroundings.databases[service]?.ownerUrl ?? '';
  if (known?.digest === digest && known.count === (await countIn(ownerUrl))) return known;
  await migrateService(service, settings, surroundings);
  return { digest, count: await countIn(ownerUrl) };
}

/** How many migrations a database has had; none when it was never migrated. */
async function countIn(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'launcher' });
  client.on('error', () => undefined); // a lost connection fails the query that waits, or the next
  await client.connect();
  try {
    const { rows } = await client.query<{ known: string | null }>(`select to_regclass('public.migrations')::text as known`);
    if (!rows[0]?.known) return 0;
    return (await client.query<{ count: number }>('select count(*)::int as count from migrations')).rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

function digestOf(service: Service): string {
  const hash = createHash('sha256');
  const files = globSync(`{apps/${service},libs/platform,libs/messaging}/dist/src/**/migrations/*.js`, { cwd: WORKSPACE }).sort();
  for (const file of files) hash.update(file).update(readFileSync(path.join(WORKSPACE, file)));
  return hash.digest('hex');
}

function readLevels(dataDir: string): Record<string, Level> {
  const file = recordOf(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Level>) : {};
}

const recordOf = (dataDir: string) => path.join(dataDir, 'migrated.json');
