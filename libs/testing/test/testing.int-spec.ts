import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RatingAssignedV1, sampleOf, SubjectRegisteredV1 } from '@chengxin/contracts';
import { MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { Module } from '@nestjs/common';
import pg from 'pg';
import { eventually, startService, testDatabase, type TestService } from '../src/index.js';

@Module({
  imports: [PlatformModule.forService({ service: 'audit', rows: [] }), MessagingModule.forService({ service: 'audit', announces: [] })],
})
class SmallModule {}

const definition = { service: 'audit' as const, module: SmallModule, migrations: [] };
const administrator = { subject: 'spec', role: 'administrator' as const };
let service: TestService;

beforeAll(async () => {
  service = await startService(definition);
}, 60_000);

afterAll(() => service.close());

const ask = async (url: string, query: string) => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
};

describe('a database for a spec', () => {
  test('holds the tables of platform and messaging, owned by the owner, for the service to use', async () => {
    const { url, ownerUrl, drop } = await testDatabase('audit', []);
    await expect(ask(url, 'select count(*)::int as count from parked_events')).resolves.toEqual([{ count: 0 }]);
    await expect(ask(url, 'drop table parked_events')).rejects.toThrow('must be owner');
    await expect(ask(ownerUrl, 'select current_user::text as name')).resolves.toEqual([{ name: 'audit_owner' }]);
    await drop();
    await expect(ask(url, 'select 1')).rejects.toThrow('does not exist');
  });

  test('is another one each time, from one template', async () => {
    const [one, two] = await Promise.all([testDatabase('audit', []), testDatabase('audit', [])]);
    expect(one.url).not.toBe(two.url);
    const templates = await ask(one.url, `select datname from pg_database where datname like 'template_audit_%'`);
    expect(templates.length).toBeGreaterThan(0);
    await Promise.all([one.drop(), two.drop()]);
  });
});

describe('a service in a spec', () => {
  test('answers with the rights of the token', async () => {
    const path = '/api/v1/operations/idle';
    await expect(service.request('GET', path)).resolves.toMatchObject({ status: 401 });
    await expect(service.request('GET', path, { as: { role: 'auditor' } })).resolves.toMatchObject({ status: 403 });
    await expect(service.request('GET', path, { as: administrator })).resolves.toMatchObject({ status: 200 });
  });

  test('hears the clock that the neighbour sets', async () => {
    await service.neighbour.setBusinessTime(new Date('2026-05-11T09:00:00+08:00'));
    const shown = async () =>
      (await service.request<{ offsetSeconds: number }>('GET', '/api/v1/operations/idle', { as: administrator })).body;
    await eventually(async () => (await shown()).offsetSeconds < 0, 'business time to be set');
  });
});

describe('a neighbour', () => {
  test('hears what was published, in order for each key, with gapless sequences', async () => {
    const { data } = sampleOf(SubjectRegisteredV1);
    for (const version of [1, 2, 3]) await service.neighbour.publish(SubjectRegisteredV1, data.creditCode, { ...data, version });
    const heard = await eventually(() => {
      const all = service.neighbour.received(SubjectRegisteredV1);
      return all.length === 3 ? all : undefined;
    }, 'three registrations to be heard');
    expect(heard.map((event) => event.data.version)).toEqual([1, 2, 3]);
    expect(heard.map(({ sequence }) => sequence)).toEqual(['1', '2', '3']);
    expect(heard[0]).toMatchObject({ source: '/chengxin/registry', key: data.creditCode, topic: 'credit.registry.subjects' });
    expect(service.neighbour.received(RatingAssignedV1)).toEqual([]);
  });
});
