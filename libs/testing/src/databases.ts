import { createHash, randomBytes } from 'node:crypto';
import { messagingMigrations } from '@chengxin/messaging';
import { migrate, type Migration, platformMigrations } from '@chengxin/platform';
import pg from 'pg';
import { databaseServer } from './environment.js';

/** A database of one spec file: the addresses for the service's role and for its owner's, and how to drop it. */
export type TestDatabase = { url: string; ownerUrl: string; drop: () => Promise<void> };

/**
 * A fresh database for this service, with the tables of platform, messaging and the given migrations, made and owned as
 * in production (`<service>_owner` migrates, `<service>` has its grants). Cloned from a template that is migrated once
 * for each set of migrations; leftovers of dead test runs are swept.
 */
export async function testDatabase(service: string, migrations: readonly Migration[]): Promise<TestDatabase> {
  const all = [...platformMigrations, ...messagingMigrations, ...migrations];
  const name = `test_${service}_${process.pid}_${randomBytes(4).toString('hex')}`;
  const template = `template_${service}_${digestOf(all)}`;
  await onServer(async (server) => {
    await sweep(server);
    await exclusively(server, 'chengxin.testing.roles', () => createRoles(server, service));
    await exclusively(server, template, () => createTemplate(server, { template, service, migrations: all }));
    await server.query(`create database ${name} owner ${service}_owner template ${template}`);
  });
  return {
    url: addressOf(name, service),
    ownerUrl: addressOf(name, `${service}_owner`),
    drop: () => onServer(async (server) => void (await server.query(`drop database if exists ${name} with (force)`))),
  };
}

/** A migration is its SQL: changed text makes another template. */
function digestOf(migrations: readonly Migration[]): string {
  const text = migrations.map((migration) => `${migration.name}\n${String(migration)}`).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

async function createRoles(server: pg.Client, service: string): Promise<void> {
  for (const role of [`${service}_owner`, service]) {
    const { rowCount } = await server.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await server.query(`create role ${role} login password '${role}'`);
  }
}

async function createTemplate(
  server: pg.Client,
  wanted: { template: string; service: string; migrations: readonly Migration[] },
): Promise<void> {
  const { template, service, migrations } = wanted;
  const { rowCount } = await server.query('select from pg_database where datname = $1', [template]);
  if (rowCount) return;
  const part = `${template}_part`;
  await server.query(`drop database if exists ${part} with (force)`);
  await server.query(`create database ${part} owner ${service}_owner encoding 'UTF8' locale 'C.UTF-8' template template0`);
  await migrate({ ownerUrl: addressOf(part, `${service}_owner`), migrations });
  await server.query(`alter database ${part} with allow_connections false`); // nobody may be on a template while it is copied
  await server.query(`alter database ${part} rename to ${template}`);
}

/** Drops the databases whose process is gone: a killed run drops nothing itself. */
async function sweep(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ name: string }>(`select datname as name from pg_database where datname ~ '^test_[a-z]+_[0-9]+_'`);
  const left = rows.filter(({ name }) => !runs(Number(name.split('_').at(-2))));
  for (const { name } of left) await server.query(`drop database if exists ${name} with (force)`);
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function onServer<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: databaseServer(), application_name: 'testing' });
  server.on('error', () => undefined); // a lost connection fails the query that waits, or the next
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

async function exclusively(server: pg.Client, key: string, work: () => Promise<void>): Promise<void> {
  await server.query('select pg_advisory_lock(hashtextextended($1, 42))', [key]);
  try {
    await work();
  } finally {
    await server.query('select pg_advisory_unlock(hashtextextended($1, 42))', [key]);
  }
}

function addressOf(database: string, role: string): string {
  const url = new URL(databaseServer());
  url.username = role;
  url.password = role;
  url.pathname = `/${database}`;
  return url.href;
}
