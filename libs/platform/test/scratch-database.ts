import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, platformMigrations, type Migration } from '../src/index.js';

/** A database of its own for a spec file, with an owner role and a service role like a service's. */
export interface ScratchDatabase {
  url: string;
  ownerUrl: string;
  drop(): Promise<void>;
}

const server = (): string => {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL names the PostgreSQL server of the run');
  return url;
};

async function asSuperuser(statements: string[]): Promise<void> {
  const admin = await new DataSource(dataSourceOptions({ application: 'spec', url: server(), rows: [] })).initialize();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.destroy();
  }
}

function urlOf(user: string, database: string): string {
  const url = new URL(server());
  url.username = user;
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes the database and runs the platform's migrations in it. */
export async function scratchDatabase(migrations: readonly Migration[] = []): Promise<ScratchDatabase> {
  const name = `platform_${process.pid}_${randomBytes(4).toString('hex')}`;
  const owner = `${name}_owner`;
  await asSuperuser([`create role ${owner} login`, `create role ${name} login`, `create database ${name} owner ${owner}`]);
  const database = { url: urlOf(name, name), ownerUrl: urlOf(owner, name) };
  await migrate({ ownerUrl: database.ownerUrl, migrations: [...platformMigrations, ...migrations] });
  const drop = () => asSuperuser([`drop database ${name} with (force)`, `drop role ${name}`, `drop role ${owner}`]);
  return { ...database, drop };
}
