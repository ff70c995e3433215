import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { completeCreditCode } from '@chengxin/kernel';
import { describeApplication, platformMigrations, Readiness } from '../src/index.js';
import { aService, OrdersModule } from './a-service.js';
import { anIssuer, type Issuer } from './an-issuer.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

const CODE = completeCreditCode('91', '429500', 'MA000001');

let database: ScratchDatabase;
let issuer: Issuer;
let app: NestFastifyApplication;
const lines: string[] = [];

beforeAll(async () => {
  [database, issuer] = await Promise.all([scratchDatabase(), anIssuer()]);
  app = await aService({ url: database.url, issuer: issuer.url, migrations: platformMigrations }, lines);
}, 30_000);

afterAll(async () => {
  await app.close();
  await Promise.all([database.drop(), issuer.close()]);
});

beforeEach(() => void lines.splice(0));

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });

describe('the correlation of a request', () => {
  const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

  test("is the caller's, in the answer, the code behind a body, and every line of the log", async () => {
    const headers = { 'x-correlation-id': 'c-42', traceparent: TRACE };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/orders', payload: { name: 'pens', lines: [] }, headers });
    expect(answer.headers).toMatchObject(headers);
    expect(answer.json()).toMatchObject({ correlationId: 'c-42' });
    const request = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find((line) => 'req' in line);
    expect(request).toMatchObject({
      correlationId: 'c-42',
      service: 'registry',
      req: { method: 'POST', url: '/api/v1/orders' },
      res: { statusCode: 201 },
    });
  });

  test('is made anew when there is none or it is malformed', async () => {
    const answer = await get('/api/v1/orders', { 'x-correlation-id': 'two words', traceparent: 'x' });
    expect(answer.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  });

  test('of two requests at once stays apart', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const answers = await Promise.all(
      ids.map((id) =>
        app.inject({ method: 'POST', url: '/api/v1/orders', payload: { name: id, lines: [] }, headers: { 'x-correlation-id': id } }),
      ),
    );
    expect(answers.map((answer) => answer.json<{ correlationId: string }>().correlationId)).toEqual(ids);
  });

  test('names the actor in the log, and the token not', async () => {
    const token = await issuer.token({ role: 'regulator' });
    await get(`/api/v1/orders/of/${CODE}`, { authorization: `Bearer ${token}` });
    expect(lines.join('')).toContain('"actor":"li"');
    expect(lines.join('')).not.toContain(token);
  });
});

describe('the line of a request', () => {
  test('is one, written when it is answered', async () => {
    await get('/api/v1/nowhere');
    const requests = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => 'req' in line);
    expect(requests).toMatchObject([{ level: 30, msg: 'request completed', res: { statusCode: 404 }, responseTime: expect.any(Number) }]);
  });

  test('is none for those who ask after the health of the service', async () => {
    await get('/health/live');
    await get('/metrics');
    expect(lines).toEqual([]);
  });
});

describe('a precondition', () => {
  const change = (headers: Record<string, string>) => app.inject({ method: 'POST', url: '/api/v1/orders/change', headers });

  test('is needed for a change', async () => expect((await change({})).statusCode).toBe(428));
  test('fails for an older version', async () => expect((await change({ 'if-match': '"2"' })).statusCode).toBe(412));
  test('holds for the current version', async () => expect((await change({ 'if-match': '"3"' })).statusCode).toBe(201));

  test('on reading answers 304 when nothing is new', async () => {
    const headers = { authorization: `Bearer ${await issuer.token({ role: 'regulator' })}` };
    const first = await get(`/api/v1/orders/of/${CODE}`, headers);
    expect(first.headers.etag).toBe('"3"');
    const again = await get(`/api/v1/orders/of/${CODE}`, { ...headers, 'if-none-match': 'W/"3"' });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get(`/api/v1/orders/of/${CODE}`, { ...headers, 'if-none-match': '"2"' })).statusCode).toBe(200);
  });
});

describe('the health', () => {
  test('of a living process touches nothing', async () => {
    expect((await get('/health/live')).json()).toEqual({ status: 'ok' });
  });

  test('shows database, migration level and the digest of the law', async () => {
    const answer = await get('/health/ready');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      status: 'ok',
      details: {
        database: { status: 'up' },
        migrations: { status: 'up', count: 2 },
        law: { status: 'up', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
  });

  test('is 503 when something that was added is not there', async () => {
    app.get(Readiness).add('kafka', () => Promise.reject(new Error('no broker')));
    const answer = await get('/health/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: 'error', error: { kafka: { status: 'down', message: 'no broker' } } });
    app.get(Readiness).add('kafka', () => Promise.resolve({}));
    expect((await get('/health/ready')).statusCode).toBe(200);
  });

  test('is 503 when a migration is missing', async () => {
    class NotYetRun20990101000000 {
      up = () => Promise.resolve();
      down = () => Promise.resolve();
    }
    const behind = await aService({ url: database.url, issuer: issuer.url, migrations: [...platformMigrations, NotYetRun20990101000000] });
    const answer = await behind.inject('/health/ready');
    expect(answer.json()).toMatchObject({ error: { migrations: { message: 'missing: NotYetRun20990101000000' } } });
    await behind.close();
  });
});

describe('what is measured and described', () => {
  test("has the routes, the timers and the process in Prometheus' form", async () => {
    await get('/api/v1/orders');
    const { body } = await get('/metrics');
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/orders",status="200"\} \d/);
    expect(body).toContain('timers_overdue 0');
    expect(body).toContain('process_cpu_seconds_total');
  });

  test('is an OpenAPI 3.1 document with the problems of each operation', async () => {
    const document = (await get('/openapi.json')).json<{ openapi: string; paths: Record<string, Record<string, object>> }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/v1/orders',
      '/api/v1/orders/by-id/{id}',
      '/api/v1/orders/change',
      '/api/v1/orders/me',
      '/api/v1/orders/of/{code}',
    ]);
    expect(document.paths['/api/v1/orders/of/{code}']?.get).toMatchObject({
      security: [{ bearer: [] }],
      'x-roles': ['regulator', 'enterprise-agent'],
      responses: { 401: {}, 403: {}, default: { content: { 'application/problem+json': {} } } },
    });
    expect(JSON.stringify(document)).not.toContain('"nullable"');
    expect(await describeApplication(OrdersModule, 'registry')).toEqual(document);
    const references = JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g);
    for (const [, name] of references) expect(document).toHaveProperty(['components', 'schemas', String(name)]);
  });
});
