import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ClockAdvancedV1, CONTRACTS } from '@chengxin/contracts';
import { localDateOf } from '@chengxin/kernel';
import { LawInForce } from '@chengxin/platform';
import { eventually, startService, type TestService } from '@chengxin/testing';
import { GatewayConfig } from '../src/gateway.config.js';
import { GatewayModule } from '../src/gateway.module.js';
import { UPSTREAMS, type Upstream } from '../src/routing/routing-table.js';
import { startUpstreams, type Upstreams } from './upstreams.js';

const ADMINISTRATOR = { as: { role: 'administrator' as const, subject: 'operator-li' } };
const CLOCK = '/api/v1/operations/clock';
const at = (date: string, time = '00:00') => new Date(`${date}T${time}:00+08:00`);

/** What the services of the spec say of themselves. */
const said = {
  digests: new Map<Upstream, string>(),
  down: new Set<Upstream>(),
  due: new Map<Upstream, Date[]>(),
  busy: 0,
  asked: [] as { service: Upstream; authorization: string | undefined; on: string }[],
};

let upstreams: Upstreams;
let gateway: TestService;

const offset = (): number => gateway.neighbour.received(ClockAdvancedV1).at(-1)?.data.offsetSeconds ?? 0;
const businessNow = (): Date => new Date(Date.now() + offset() * 1000);

/** Each service fires what is due one answer later than it is asked, and is busy until then. */
function idleness(service: Upstream) {
  const waiting = said.due.get(service) ?? [];
  const overdue = waiting.filter((date) => date <= businessNow());
  said.due.set(
    service,
    waiting.filter((date) => !overdue.includes(date)),
  );
  const idle = overdue.length === 0 && said.busy === 0;
  const nextDue = said.due.get(service)?.sort((a, b) => Number(a) - Number(b))[0];
  return { idle, reasons: idle ? [] : ['timers are due'], nextDue, progress: '0', offsetSeconds: offset() };
}

beforeAll(async () => {
  upstreams = await startUpstreams((server, service) => {
    server.get('/health/ready', (_request, reply) => {
      const down = said.down.has(service);
      const digest = said.digests.get(service);
      return reply.status(down ? 503 : 200).send({
        status: down ? 'error' : 'ok',
        error: down ? { database: { status: 'down' } } : {},
        details: { law: { status: 'up', digest } },
      });
    });
    server.get('/openapi.json', () => ({
      openapi: '3.1.0',
      paths: {
        '/api/v1/audit/entries': { get: { operationId: 'Entries.list' } },
        '/api/v1/operations/idle': { get: { operationId: 'Operations.idle' } },
      },
      components: { schemas: { Problem: { type: 'object' }, [service]: { type: 'object' } } },
    }));
    server.get('/api/v1/operations/idle', ({ headers }) => {
      said.asked.push({ service, authorization: headers.authorization, on: localDateOf(businessNow()) });
      return idleness(service);
    });
  });
  gateway = await startService({ service: 'gateway', module: GatewayModule, config: GatewayConfig }, { env: upstreams.env });
  for (const service of UPSTREAMS) said.digests.set(service, gateway.app.get(LawInForce).digest);
}, 60_000);

afterAll(async () => {
  await gateway?.close();
  await upstreams?.close();
}, 30_000);

type Health = { status: string; details: Record<string, { status: string; different?: string[] }> };

describe('health', () => {
  test('lives without asking anybody', async () => {
    expect((await gateway.request('GET', '/health/live')).body).toEqual({ status: 'ok' });
  });

  test('is ready when every service is', async () => {
    const { status, body } = await gateway.request<Health>('GET', '/health/ready');
    expect([status, body.status]).toEqual([200, 'ok']);
    expect(Object.keys(body.details)).toEqual(expect.arrayContaining([...UPSTREAMS, 'same-law']));
  });

  test('is degraded when a service goes by another law, and says which', async () => {
    said.digests.set('rating', 'another');
    const { status, body } = await gateway.request<Health>('GET', '/health/ready');
    said.digests.set('rating', gateway.app.get(LawInForce).digest);
    expect([status, body.status, body.details['same-law']]).toEqual([200, 'degraded', { status: 'degraded', different: ['rating'] }]);
  });

  test('is not ready when a service is not', async () => {
    said.down.add('audit');
    const { status, body } = await gateway.request<Health>('GET', '/health/ready');
    said.down.delete('audit');
    expect([status, body.status, body.details.audit?.status]).toEqual([503, 'error', 'down']);
  });
});

describe('the reference', () => {
  test('is where / leads to, and loads nothing from another host', async () => {
    const home = await gateway.request('GET', '/');
    expect([home.status, home.headers.get('location')]).toEqual([302, '/api']);
    const { headers, body } = await gateway.request<string>('GET', '/api');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(body).not.toMatch(/https?:/);
    const files = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect([file, (await gateway.request('GET', file)).status]).toEqual([file, 200]);
  });

  test('serves nothing of Swagger UI but what the page needs', async () => {
    for (const file of ['index.html', 'package.json', '..%2fpackage.json']) {
      expect((await gateway.request('GET', `/api/reference/${file}`)).status).toBe(404);
    }
  });

  test('has one OpenAPI document of all services and of the clock', async () => {
    const { body } = await gateway.request<{ paths: object; components: { schemas: object } }>('GET', '/api/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/audit/entries', '/operations/{service}/idle', '/operations/clock', '/operations/clock/advances/{id}']),
    );
    expect(Object.keys(body.components.schemas)).toEqual(expect.arrayContaining([...UPSTREAMS, 'Problem', 'ClockDto']));
  });

  test('has the AsyncAPI document and the schema of every event', async () => {
    expect((await gateway.request<{ asyncapi: string }>('GET', '/api/asyncapi.json')).body.asyncapi).toBe('3.0.0');
    for (const { type } of CONTRACTS) {
      const { headers, body } = await gateway.request<{ title: string }>('GET', `/api/schemas/${type}`);
      expect([headers.get('content-type'), body.title]).toEqual(['application/schema+json; charset=utf-8', type]);
    }
    const { status, body } = await gateway.request<{ type: string }>('GET', '/api/schemas/credit.moon.landed.v1');
    expect([status, body.type]).toEqual([404, '/problems/gateway.unknown-event-type']);
  });
});

type Advance = { id: string; status: string; from: string; to: string; reached: string; stops: { on: string; at: string }[]; by: string };

const advance = (body: object) => gateway.request<Advance & { type: string }>('POST', `${CLOCK}/advances`, { ...ADMINISTRATOR, body });
const finished = (id: string): Promise<Advance> =>
  eventually<Advance | undefined>(async () => {
    const { body } = await gateway.request<Advance>('GET', `${CLOCK}/advances/${id}`, ADMINISTRATOR);
    return body.status === 'running' ? undefined : body;
  }, `the advance ${id} to end`);

describe('the clock', () => {
  test('is for administrators', async () => {
    expect((await gateway.request('GET', CLOCK)).status).toBe(401);
    expect((await gateway.request('GET', CLOCK, { as: { role: 'regulator' } })).status).toBe(403);
    expect((await gateway.request('POST', `${CLOCK}/advances`, { as: { role: 'auditor' }, body: { days: 1 } })).status).toBe(403);
  });

  test('begins anywhere: the first offset may be negative', async () => {
    const { status, headers, body } = await advance({ to: '2026-05-11' });
    expect([status, headers.get('location'), body.status]).toEqual([202, `${CLOCK}/advances/${body.id}`, 'running']);
    expect(await finished(body.id)).toMatchObject({ status: 'done', reached: '2026-05-11', by: 'operator-li' });
    expect((await gateway.request('GET', CLOCK, ADMINISTRATOR)).body).toMatchObject({ today: '2026-05-11', demonstration: true });
  });

  test('stops at each due date, once for all services, until everybody is at rest, and goes on to its end', async () => {
    said.due.set('registry', [at('2026-05-14'), at('2026-05-20'), at('2026-08-01')]);
    said.due.set('repair', [at('2026-05-14'), at('2026-05-16', '18:00')]);
    said.asked.length = 0;
    const { body } = await advance({ days: 20 });
    const { stops, ...done } = await finished(body.id);
    expect(done).toMatchObject({ status: 'done', from: '2026-05-11', to: '2026-05-31', reached: '2026-05-31' });
    expect(stops.map(({ on }) => on)).toEqual(['2026-05-14', '2026-05-16', '2026-05-20', '2026-05-31']);
    expect([stops[1]?.at, said.due.get('registry')]).toEqual([at('2026-05-16', '18:00').toISOString(), [at('2026-08-01')]]);
    for (const service of UPSTREAMS) {
      for (const { on } of stops) expect(said.asked.filter((one) => one.service === service && one.on === on).length).toBeGreaterThan(1);
    }
    expect(said.asked.every(({ authorization }) => authorization?.startsWith('Bearer '))).toBe(true);
  });

  test('announces each stop as the operator, with offsets that only grow', () => {
    const written = gateway.neighbour.received(ClockAdvancedV1);
    expect(written.map(({ data }) => data.advancedTo)).toEqual(['2026-05-11', '2026-05-14', '2026-05-16', '2026-05-20', '2026-05-31']);
    expect(written.map(({ sequence }) => sequence)).toEqual(['1', '2', '3', '4', '5']);
    expect(written.every(({ data }, i) => i === 0 || data.offsetSeconds > (written[i - 1]?.data.offsetSeconds ?? 0))).toBe(true);
  });

  test('does not go backwards', async () => {
    const { status, body } = await advance({ to: '2026-05-30' });
    expect([status, body.type]).toEqual([409, '/problems/clock.set-backwards']);
    expect(body).toMatchObject({ now: '2026-05-31', to: '2026-05-30' });
  });

  test('does one move at a time, and shows how far it is', async () => {
    said.busy = 1;
    const first = await gateway.request<Advance>('POST', CLOCK, { ...ADMINISTRATOR, body: { days: 1 } });
    const second = await advance({ days: 2 });
    expect([second.status, second.body]).toMatchObject([409, { type: '/problems/clock.advance-running', id: first.body.id }]);
    expect((await gateway.request('GET', CLOCK, ADMINISTRATOR)).body).toMatchObject({ advance: { id: first.body.id, status: 'running' } });
    said.busy = 0;
    expect((await finished(first.body.id)).reached).toBe('2026-06-01');
  });

  test.each([[{}], [{ days: 0 }], [{ days: 1.5 }], [{ to: '2026-13-01' }], [{ to: 20260601 }], [{ days: 1, on: 'x' }]])(
    'refuses %j',
    async (body) => {
      const answer = await advance(body);
      expect([answer.status, answer.body.type]).toEqual([400, '/problems/request.invalid']);
    },
  );

  test('knows its moves by name only', async () => {
    expect((await gateway.request('GET', `${CLOCK}/advances/unknown`, ADMINISTRATOR)).status).toBe(404);
  });
});
