import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, startService, type TestService } from '@chengxin/testing';
import { GatewayConfig } from '../src/gateway.config.js';
import { GatewayModule } from '../src/gateway.module.js';
import { startUpstreams, type Seen, type Upstreams } from './upstreams.js';

const CODE = '91429502MA4KC7Y11P';
const LARGE = 'x'.repeat(1_000_000);

let upstreams: Upstreams;
let gateway: TestService;
let firstBytes = 0;
let brokenOff = false;

beforeAll(async () => {
  upstreams = await startUpstreams((server, service) => {
    if (service === 'registry') {
      server.post('/api/v1/batches', async ({ body }) => {
        const digest = createHash('sha256');
        firstBytes = 0;
        for await (const chunk of body as Readable) {
          firstBytes ||= (chunk as Buffer).length;
          digest.update(chunk as Buffer);
        }
        return { digest: digest.digest('hex') };
      });
      server.post('/api/v1/batches/endless', ({ raw }) => {
        raw.once('close', () => (brokenOff = !raw.complete));
        return new Promise(() => undefined);
      });
      server.post('/api/v1/batches/refused', (_request, reply) => reply.status(413).send({ refused: 'by the registry' }));
    }
    if (service === 'rating') server.get(`/api/v1/subjects/${CODE}/rating`, ({ raw }) => raw.socket.destroy());
    if (service === 'audit') {
      server.get('/api/v1/audit/entries/half', (_request, reply) => {
        reply.hijack();
        reply.raw.writeHead(200, { 'content-length': '20', etag: '"half"' }).write('{"half":');
        setTimeout(() => reply.raw.destroy(), 50);
      });
      server.get('/api/v1/audit/entries/large', () => ({ large: LARGE }));
    }
    if (service === 'repair') server.get('/api/v1/repair-cases/slow', () => new Promise(() => undefined));
    if (service === 'delivery') {
      server.get('/api/v1/events', (_request, reply) => reply.status(503).header('retry-after', '30').send({ rebuilding: true }));
    }
  });
  gateway = await startService(
    { service: 'gateway', module: GatewayModule, config: GatewayConfig },
    { env: { ...upstreams.env, ANSWER_TIMEOUT_SECONDS: '1' } },
  );
}, 60_000);

afterAll(async () => {
  await gateway?.close();
  await upstreams?.close();
}, 30_000);

const lastSeen = (): Seen => upstreams.seen.at(-1) as Seen;
const problemOf = async (path: string) => {
  const { status, headers, body } = await gateway.request<{ type: string; texts: { zh: string } }>('GET', path);
  return { status, contentType: headers.get('content-type'), type: body.type, zh: body.texts?.zh };
};

describe('routing', () => {
  test.each([
    [`/subjects/${CODE}`, 'disclosure'],
    [`/subjects/${CODE}/repair-eligibility?on=2026-05-11`, 'repair'],
    ['/subjects?q=%E4%BA%91%E5%B8%86&limit=2', 'disclosure'],
    ['/records', 'registry'],
    ['/verifications/V-1', 'verification'],
    ['/webhooks', 'delivery'],
    ['/audit/entries?after=a%2Fb', 'audit'],
  ])('%s goes to %s as it is', async (address, service) => {
    const { body } = await gateway.request('GET', `/api/v1${address}`);
    expect(body).toEqual({ service });
    expect(lastSeen()).toMatchObject({ service, url: `/api/v1${address}` });
  });

  test("the operator's routes go to the service named, without its name", async () => {
    await gateway.request('GET', '/api/v1/operations/rating/parked?limit=1');
    expect(lastSeen()).toMatchObject({ service: 'rating', url: '/api/v1/operations/parked?limit=1' });
  });

  test.each([['/api/v1/nothing'], ['/api/v1/operations/clockwork/idle'], ['/elsewhere']])('%s is a problem: not found', async (path) => {
    expect(await problemOf(path)).toMatchObject({ status: 404, type: '/problems/request.not-found' });
  });

  test.each([
    ['/api/v1/subjects/..%2f..%2foperations/idle', 404],
    ['/api/v1/subjects/%E4%BA', 400],
  ])('%s is refused', async (path, status) => {
    const before = upstreams.seen.length;
    expect((await problemOf(path)).status).toBe(status);
    expect(upstreams.seen).toHaveLength(before);
  });
});

describe('an address with a raw Chinese character', () => {
  test('goes nowhere, and the answer says to percent-encode it', async () => {
    const before = upstreams.seen.length;
    const socket = net.connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write('GET /api/v1/subjects?q=云帆 HTTP/1.1\r\nhost: x\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*百分号编码[^]*percent-encode/);
    expect(upstreams.seen).toHaveLength(before);
  });
});

describe('headers', () => {
  test('of security are on every answer, also where the service has none', async () => {
    const { headers } = await gateway.request('GET', '/api/v1/records');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
  });

  test('of the caller that mean something go on, with the correlation; none that could pass for one of ours does', async () => {
    const passed = { 'if-match': '"3"', 'idempotency-key': 'k1', purpose: 'review', 'case-number': '%E6%A1%88', 'accept-language': 'en' };
    const spoofed = {
      'x-actor': 'root',
      'x-role': 'administrator',
      'x-forwarded-for': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      cookie: 'a=b',
    };
    const { headers } = await gateway.request('POST', '/api/v1/repair-cases', {
      headers: { ...passed, ...spoofed, 'x-correlation-id': 'c-17' },
      body: { a: 1 },
    });
    const { headers: got } = lastSeen();
    expect(got).toMatchObject({ ...passed, 'content-type': 'application/json', 'x-correlation-id': 'c-17' });
    for (const name of ['x-actor', 'x-role', 'forwarded', 'cookie']) expect(got).not.toHaveProperty(name);
    expect(got.traceparent).toMatch(/^00-/);
    expect(headers.get('x-correlation-id')).toBe('c-17');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('that concern one connection stay on it', async () => {
    const { hostname, port } = new URL(gateway.url);
    await new Promise((answered) => {
      const headers = { connection: 'close, if-match', 'if-match': '"1"', te: 'trailers', 'proxy-authorization': 'x' };
      http.get({ hostname, port, path: '/api/v1/records', headers }, (answer) => answer.resume().once('end', answered));
    });
    for (const name of ['if-match', 'te', 'proxy-authorization']) expect(lastSeen().headers).not.toHaveProperty(name);
  });
});

describe('bodies', () => {
  test('go on byte for byte, whatever they are', async () => {
    const bytes = randomBytes(30 * 1024 * 1024);
    const response = await fetch(`${gateway.url}/api/v1/batches`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: bytes });
    expect(await response.json()).toEqual({ digest: createHash('sha256').update(bytes).digest('hex') });
  });

  test('of forms go on with their boundary', async () => {
    const form = new FormData();
    form.set('file', new Blob(['a,b\n1,2\n']), 'penalties.csv');
    await gateway.request('POST', '/api/v1/records', { body: form });
    expect(lastSeen().headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  });

  test('are not held back until they are whole', async () => {
    const { hostname, port } = new URL(gateway.url);
    const upload = http.request({ hostname, port, path: '/api/v1/batches', method: 'POST', headers: { 'content-type': 'text/csv' } });
    const answered = new Promise<number | undefined>((answer) =>
      upload.once('response', (response) => answer(response.resume().statusCode)),
    );
    firstBytes = 0;
    upload.write('first');
    await eventually(() => firstBytes === 5, 'the first bytes to arrive while the rest is missing');
    upload.end('rest');
    expect(await answered).toBe(200);
  });

  test('that the caller breaks off are broken off behind the gateway too', async () => {
    const { hostname, port } = new URL(gateway.url);
    const upload = http.request({
      hostname,
      port,
      path: '/api/v1/batches/endless',
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
    });
    upload.once('error', () => undefined);
    upload.write('first');
    await eventually(() => lastSeen().url === '/api/v1/batches/endless', 'the upload to arrive');
    upload.destroy();
    await eventually(() => brokenOff, 'the upload to be broken off');
  });

  test('that say they are too large are refused', async () => {
    const { hostname, port } = new URL(gateway.url);
    const headers = { 'content-type': 'text/csv', 'content-length': String(2 * 1024 ** 3) };
    const upload = http.request({ hostname, port, path: '/api/v1/batches', method: 'POST', headers });
    upload.once('error', () => undefined);
    const status = await new Promise((answer) => {
      upload.once('response', (response) => answer(response.statusCode));
      upload.write('first');
    });
    upload.destroy();
    expect(status).toBe(413);
  });

  test("refused by the service before they are whole bring back the service's answer", async () => {
    const body = randomBytes(8 * 1024 * 1024);
    const response = await fetch(`${gateway.url}/api/v1/batches/refused`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body,
    });
    expect([response.status, await response.json()]).toEqual([413, { refused: 'by the registry' }]);
  });
});

describe('answers', () => {
  test('come back whole, whatever their size', async () => {
    expect((await gateway.request('GET', '/api/v1/audit/entries/large')).body).toEqual({ large: LARGE });
  });

  test('to HEAD say how long the answer to GET would be, and no more', async () => {
    const response = await fetch(`${gateway.url}/api/v1/audit/entries/large`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '1000012', '']);
  });
});

describe('the door', () => {
  test('lets in who has no token, and who has a valid one, with it', async () => {
    await gateway.request('GET', '/api/v1/audit/entries');
    expect(lastSeen().headers.authorization).toBeUndefined();
    await gateway.request('GET', '/api/v1/audit/entries', { as: { role: 'auditor' } });
    expect(lastSeen().headers.authorization).toMatch(/^Bearer ey/);
  });

  test.each([['no token at all'], ['an expired one'], ["another issuer's"]])('turns away %s', async (fault) => {
    const before = upstreams.seen.length;
    const faults = fault === 'an expired one' ? { expiresInSeconds: -60 } : { issuer: 'http://elsewhere' };
    const authorization = fault === 'no token at all' ? 'Basic YTpi' : `Bearer ${await gateway.tokens.of({ role: 'auditor' }, faults)}`;
    const { status, body } = await gateway.request<{ type: string }>('GET', '/api/v1/audit/entries', { headers: { authorization } });
    expect([status, body.type]).toEqual([401, '/problems/access.sign-in-needed']);
    expect(upstreams.seen).toHaveLength(before);
  });
});

describe('a service that does not answer is a problem', () => {
  test('broken off: 502', async () => {
    expect(await problemOf(`/api/v1/subjects/${CODE}/rating`)).toMatchObject({ status: 502, type: '/problems/gateway.bad-answer' });
  });

  test('broken off in the middle: 502, with nothing of what had come', async () => {
    const { status, headers, body } = await gateway.request<{ type: string }>('GET', '/api/v1/audit/entries/half');
    expect([status, headers.get('etag'), body.type]).toEqual([502, null, '/problems/gateway.bad-answer']);
  });

  test('silent: 504', async () => {
    expect(await problemOf('/api/v1/repair-cases/slow')).toMatchObject({ status: 504, type: '/problems/gateway.no-answer-in-time' });
  });

  test('its own 503 comes back at once, as it is', async () => {
    const { status, headers, body } = await gateway.request('GET', '/api/v1/events');
    expect([status, headers.get('retry-after'), body]).toEqual([503, '30', { rebuilding: true }]);
  });

  test('gone: 503, with the name in both languages', async () => {
    await upstreams.servers.verification.close();
    expect(await problemOf('/api/v1/verifications')).toEqual({
      status: 503,
      contentType: 'application/problem+json; charset=utf-8',
      type: '/problems/gateway.service-unreachable',
      zh: '服务 verification 暂时无法连接，请稍后再试',
    });
  });
});
