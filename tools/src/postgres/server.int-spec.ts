import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { end } from '../processes/identity.js';
import { freePorts } from '../processes/ports.js';
import { createDatabases } from './databases.js';
import { type PostgresServer, type ServerOptions, startPostgres } from './server.js';

let folder: string;
let options: ServerOptions;
let server: PostgresServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-postgres-spec-'));
  chmodSync(folder, 0o755);
  const [port = 0] = await freePorts(1);
  options = { dataDir: path.join(folder, 'data'), port, logFile: path.join(folder, 'log'), password: 'of-this-spec' };
  server = await startPostgres(options);
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

const passwords = Object.fromEntries(
  ['registry', 'rating', 'repair', 'verification', 'disclosure', 'delivery', 'audit'].map((name) => [
    name,
    { owner: `${name}-o`, service: `${name}-s` },
  ]),
);

test('speaks UTF-8 and finds Chinese by trigrams', async () => {
  await ask(server.url('postgres'), 'create extension pg_trgm');
  const rows = await ask(
    server.url('postgres'),
    `select cardinality(show_trgm('信用')) > 0 as found, current_setting('server_encoding') as encoding`,
  );
  expect(rows).toEqual([{ found: true, encoding: 'UTF8' }]);
});

test('lets nobody in with a wrong password', async () => {
  await expect(ask(server.url('postgres').replace('of-this-spec', 'wrong'), 'select 1')).rejects.toThrow('password authentication failed');
});

test('gives each service a database that no other may enter', async () => {
  const addresses = await createDatabases(server.url('postgres'), passwords);
  await createDatabases(server.url('postgres'), passwords); // again changes nothing
  const registry = addresses.registry;
  const rating = addresses.rating;
  if (!registry || !rating) throw new Error('no addresses');
  await ask(registry.ownerUrl, 'create table things (id int); grant select on things to registry');
  await expect(ask(registry.url, 'select * from things')).resolves.toEqual([]);
  await expect(ask(registry.url, 'create table mine (id int)')).rejects.toThrow('permission denied');
  await expect(ask(rating.url.replace(/rating$/, 'registry'), 'select 1')).rejects.toThrow('permission denied for database');
});

test('is adopted by a second start, and survives SIGKILL with its data', async () => {
  await ask(server.url('postgres'), `create table kept as select '诚信' as word`);
  const second = await startPostgres(options);
  expect(second).toMatchObject({ adopted: true, identity: server.identity });
  await end(server.identity, 'SIGKILL');
  server = await startPostgres(options);
  expect(server.adopted).toBe(false);
  await expect(ask(server.url('postgres'), 'select * from kept')).resolves.toEqual([{ word: '诚信' }]);
}, 60_000);
