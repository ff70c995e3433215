import net from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { platformMigrations } from '../src/index.js';
import { aService } from './a-service.js';
import { anIssuer, type Issuer } from './an-issuer.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let database: ScratchDatabase;
let issuer: Issuer;
let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  [database, issuer] = await Promise.all([scratchDatabase(), anIssuer()]);
  app = await aService({ url: database.url, issuer: issuer.url, migrations: platformMigrations });
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
}, 30_000);

afterAll(async () => {
  await app?.close();
  await Promise.all([database?.drop(), issuer?.close()]);
});

const SECURE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** What comes back for these bytes on a bare connection: status, headers and body. */
async function answerTo(request: string) {
  const socket = net.connect(port, '127.0.0.1');
  socket.write(request);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  const [line = '', ...rest] = head.split('\r\n');
  const headers = Object.fromEntries(rest.map((header) => header.split(': ', 2)));
  return { status: Number(line.split(' ')[1]), headers, body: JSON.parse(body) as { errors?: object[]; limitBytes?: number } };
}

describe('what the parser refuses', () => {
  test('is a problem in both languages that says how to write a Chinese address', async () => {
    const { status, headers, body } = await answerTo('GET /api/v1/orders?q=云帆 HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(status).toBe(400);
    expect(headers).toMatchObject({ ...SECURE, 'content-type': 'application/problem+json; charset=utf-8', connection: 'close' });
    expect(body).toMatchObject({
      type: '/problems/request.invalid',
      correlationId: headers['x-correlation-id'],
      texts: { zh: expect.any(String), en: expect.any(String) },
      errors: [{ rule: 'encoded', zh: expect.stringContaining('百分号编码'), en: expect.stringContaining('percent-encode') }],
    });
  });

  test('is a problem also when it is no HTTP at all', async () => {
    expect(await answerTo('你好\r\n\r\n')).toMatchObject({ status: 400, headers: SECURE, body: { errors: [{ rule: 'http' }] } });
  });

  test('names the limit of the head', async () => {
    const request = `GET /api/v1/orders HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(await answerTo(request)).toMatchObject({ status: 431, headers: SECURE, body: { limitBytes: 16_384 } });
  });
});

describe('security headers', () => {
  test.each([
    ['an answer', 'GET', '/api/v1/orders', 200],
    ['a refusal', 'GET', '/api/v1/orders?limit=0', 400],
    ['an unknown address', 'GET', '/nothing', 404],
    ['a malformed address', 'GET', '/api/v1/orders/%E4%BA', 400],
    ['health', 'GET', '/health/live', 200],
    ['the document', 'GET', '/openapi.json', 200],
  ] as const)('are on %s', async (_, method, url, status) => {
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject(SECURE);
  });

  test('are on a body that is too large, which is told the limit', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/orders', payload: { name: 'x'.repeat(2_000_000) } });
    expect(answer.headers).toMatchObject(SECURE);
    expect(answer.json()).toMatchObject({ status: 413, limitBytes: 1_048_576 });
  });
});
