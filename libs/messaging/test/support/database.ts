import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, platformMigrations, type Migration } from '@chengxin/platform';
import { messagingMigrations } from '../../src/index.js';

/** A database of one spec file: as its service and as its owner see it. */
export type SpecDatabase = { url: string; ownerUrl: string; drop(): Promise<void> };

const server = (): string => process.env['TEST_DATABASE_URL'] ?? '';

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const roleOf = (name: string): string => `
  do $$ begin
    perform pg_advisory_xact_lock(hashtextextended('chengxin.testing.roles', 42));
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name} login password '${name}'; end if;
  end $$`;

function addressOf(database: string, role: string): string {
  const url = new URL(server());
  [url.username, url.password, url.pathname] = [role, role, `/${database}`];
  return url.href;
}

/** Creates a migrated database with the two roles of a service (`libs/testing` depends on this library and cannot be used here). */
export async function specDatabase(service: string, migrations: readonly Migration[]): Promise<SpecDatabase> {
  const name = `test_${service}_${process.pid}_${randomBytes(4).toString('hex')}`;
  const owner = `${service}_owner`;
  await onServer(
    roleOf(owner),
    roleOf(service),
    `create database ${name} owner ${owner} encoding 'UTF8' locale 'C.UTF-8' template template0`,
  );
  const ownerUrl = addressOf(name, owner);
  await migrate({ ownerUrl, migrations: [...platformMigrations, ...messagingMigrations, ...migrations] });
  return { url: addressOf(name, service), ownerUrl, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function askAs<T>(connectionString: string, sql: string, values: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Asks a database as its owner. */
export const ask = <T>({ ownerUrl }: SpecDatabase, sql: string, values: unknown[] = []): Promise<T[]> => askAs(ownerUrl, sql, values);

/** Asks a database as the one who may do anything. */
export function asSuperuser<T>({ ownerUrl }: SpecDatabase, sql: string): Promise<T[]> {
  const url = new URL(server());
  url.pathname = new URL(ownerUrl).pathname;
  return askAs(url.href, sql, []);
}
