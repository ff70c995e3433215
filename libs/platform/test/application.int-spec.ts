import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { completeCreditCode } from '@chengxin/kernel';
import { DataSource } from 'typeorm';
import { Allow, AllowPublic, PlatformModule, platformMigrations } from '../src/index.js';
import { aService, Work } from './a-service.js';
import { anIssuer, type Issuer } from './an-issuer.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

const OWN = completeCreditCode('91', '429500', 'MA000001');
const FOREIGN = completeCreditCode('91', '429500', 'MA000002');

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

const order = { name: 'pens', lines: [{ amount: 1 }] };
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/v1/orders', payload: payload as object, headers });
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });
const bearer = async (...given: Parameters<Issuer['token']>) => ({ authorization: `Bearer ${await issuer.token(...given)}` });

describe('a route without a policy', () => {
  @Controller('open')
  class OpenController {
    @Get() show() {}
    @Post('in') put() {}
    @AllowPublic() @Get('stated') stated() {}
    @Allow({ roles: ['enterprise-agent'], enterprise: 'code' }) @Get('bound/:id') bound() {}
  }
  @Module({ imports: [PlatformModule.forService({ service: 'registry' })], controllers: [OpenController] })
  class OpenModule {}

  test('stops the start, which names each', async () => {
    const start = aService({ url: database.url, issuer: issuer.url, module: OpenModule });
    await expect(start).rejects.toThrow(
      /without a sound policy:\n {2}GET \/open \(OpenController.show\)\n {2}POST \/open\/in \(OpenController.put\)\n {2}GET \/open\/bound\/:id .*: no path parameter :code$/,
    );
  });
});

describe('who asks', () => {
  test('is the public without a token and the actor of a valid one', async () => {
    expect((await get('/api/v1/orders/me')).json()).toMatchObject({ role: 'public', subject: 'anonymous' });
    const claims = { role: 'regulator', areas: ['429500'] };
    expect((await get('/api/v1/orders/me', await bearer(claims))).json()).toEqual({
      subject: 'li',
      role: 'regulator',
      areas: ['429500'],
      enterprises: [],
    });
  });

  test.each([
    ['expired', () => bearer({ role: 'regulator' }, { expiresIn: '-1m' })],
    ['forged', () => bearer({ role: 'regulator' }, { key: issuer.strangeKey })],
    ['of a foreign issuer', () => bearer({ role: 'regulator' }, { issuer: 'http://elsewhere.example' })],
    ['for another audience', () => bearer({ role: 'regulator' }, { audience: 'portal' })],
    ['not valid yet', () => bearer({ role: 'regulator' }, { notBefore: '1m' })],
    ['signed with a key of nobody', () => bearer({ role: 'regulator' }, { kid: 'two', key: issuer.strangeKey })],
    ['signed with the published key as a secret', () => bearer({ role: 'regulator' }, { secret: Buffer.from(issuer.published.pem) })],
    ['signed with the published key set as a secret', () => bearer({ role: 'regulator' }, { secret: Buffer.from(issuer.published.jwk) })],
    ['no token at all', () => Promise.resolve({ authorization: 'Bearer nonsense' })],
    ['of another scheme', () => Promise.resolve({ authorization: 'Basic bGk6bGk=' })],
    ['unsigned', () => Promise.resolve({ authorization: `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"li"}')}.` })],
  ])('is refused, also by a public route, when the token is %s', async (_, headers) => {
    const answer = await get('/api/v1/orders/me', await headers());
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json()).toMatchObject({ type: '/problems/access.sign-in-needed' });
  });

  test('may be known and still not be allowed', async () => {
    const url = `/api/v1/orders/of/${OWN}`;
    expect((await get(url)).statusCode).toBe(401);
    expect((await get(url, await bearer({ role: 'auditor' }))).statusCode).toBe(403);
    expect((await get(url, await bearer({}))).statusCode).toBe(403);
    expect((await get(url, await bearer({ role: 'regulator' }))).statusCode).toBe(200);
  });

  test('acts for the own enterprise only', async () => {
    const headers = await bearer({ role: 'enterprise-agent', enterprises: [OWN] });
    expect((await get(`/api/v1/orders/of/${OWN}`, headers)).statusCode).toBe(200);
    expect((await get(`/api/v1/orders/of/${FOREIGN}`, headers)).statusCode).toBe(403);
    expect((await get('/api/v1/orders/of/nothing', headers)).statusCode).toBe(403);
  });

  test('cannot be told when the issuer is out of reach: 503, not 401', async () => {
    const lonely = await aService({ url: database.url, issuer: 'http://127.0.0.1:9' });
    const answer = await lonely.inject({ method: 'GET', url: '/api/v1/orders/me', headers: await bearer({ role: 'regulator' }) });
    expect(answer.statusCode).toBe(503);
    await lonely.close();
  });
});

describe('a problem', () => {
  test('of shape points at each fault, in both languages', async () => {
    const answer = await post({ name: 'far too long', lines: [{ amount: 1 }, { amount: 0, colour: 'red' }], extra: true });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      type: '/problems/request.invalid',
      title: 'Invalid',
      errors: expect.arrayContaining([
        { in: 'body', pointer: '/name', rule: 'maxLength', zh: '不能超过 5 个字符', en: 'must have at most 5 characters' },
        { in: 'body', pointer: '/lines/1/amount', rule: 'min', zh: '不能小于 1', en: 'must not be less than 1' },
        expect.objectContaining({ pointer: '/lines/1/colour', rule: 'whitelistValidation' }),
        expect.objectContaining({ pointer: '/extra', rule: 'whitelistValidation' }),
      ]),
    });
  });

  test('of a missing field says only that it is required', async () => {
    expect((await post({ lines: [] })).json()).toMatchObject({ errors: [{ pointer: '/name', rule: 'isDefined', zh: '必填' }] });
  });

  test.each([
    ['no body', undefined],
    ['a list', [1]],
    ['a text', '"x"'],
    ['broken JSON', '{"name":'],
  ])('of shape is answered for %s', async (_, payload) => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/orders', payload, headers: { 'content-type': 'application/json' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: unknown[] }>().errors.length).toBeGreaterThan(0);
  });

  test('of a query names the query', async () => {
    expect((await get('/api/v1/orders?limit=0')).json()).toMatchObject({ errors: [{ in: 'query', pointer: '/limit', rule: 'min' }] });
    expect((await get('/api/v1/orders?limit=20')).json()).toEqual({ limit: 20 });
    expect((await get('/api/v1/orders')).json()).toEqual({ limit: 50 });
  });

  test('of a path names the path', async () => {
    expect((await get('/api/v1/orders/by-id/x')).json()).toMatchObject({ status: 400, errors: [{ in: 'path', rule: 'format' }] });
  });

  test('of a rule carries its facts, and its detail in the language asked for', async () => {
    const english = await post({ ...order, name: 'no' }, { 'accept-language': 'en-GB' });
    expect(english.statusCode).toBe(409);
    expect(english.json()).toMatchObject({
      type: '/problems/order.late',
      title: 'Late',
      on: '2026-05-11',
      detail: 'Late since 2026-05-11',
      texts: { zh: '已过 2026-05-11', en: 'Late since 2026-05-11' },
    });
    expect((await post({ ...order, name: 'no' })).json()).toMatchObject({ detail: '已过 2026-05-11' });
  });

  test('of a fault says nothing but the correlation id, and the log has the rest', async () => {
    const answer = await post({ ...order, name: 'bad' }, { 'x-correlation-id': 'c-7' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret detail');
    expect(answer.json()).toMatchObject({ type: '/problems/service.fault', correlationId: 'c-7' });
    const line = lines.find((one) => one.includes('secret detail'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 50, correlationId: 'c-7' });
  });

  test('of a database that is away says to come again', async () => {
    const answer = await post({ ...order, name: 'away' });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({ type: '/problems/service.unavailable' });
    expect(lines.some((one) => one.includes('terminating connection'))).toBe(true);
  });

  test.each([
    ['an unknown address', { method: 'GET', url: '/api/v1/nowhere' }, 404, 'request.not-found'],
    [
      'another content type',
      { method: 'POST', url: '/api/v1/orders', payload: 'x', headers: { 'content-type': 'text/plain' } },
      415,
      'request.media-type',
    ],
    ['too much', { method: 'POST', url: '/api/v1/orders', payload: { name: 'x'.repeat(2_000_000) } }, 413, 'request.too-large'],
    [
      'the same key twice',
      { method: 'POST', url: '/api/v1/orders', payload: '{"name":"a","name":"b"}', headers: { 'content-type': 'application/json' } },
      400,
      'request.invalid',
    ],
    [
      'a form instead of JSON',
      { method: 'POST', url: '/api/v1/orders', payload: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'request.media-type',
    ],
    ['a malformed address', { method: 'GET', url: '/api/v1/orders/of/%zz' }, 400, 'request.invalid'],
  ] as const)('is the answer to %s', async (_, request, status, code) => {
    const answer = await app.inject(request as never);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ type: `/problems/${code}`, correlationId: expect.any(String) });
  });
});

describe('an Idempotency-Key', () => {
  const work = () => app.get(Work);

  test('gives the same request the same answer', async () => {
    const before = work().done;
    const first = await post(order, { 'idempotency-key': 'k1' });
    const again = await post({ lines: order.lines, name: order.name }, { 'idempotency-key': 'k1' });
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toEqual(first.json());
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', location: first.headers.location });
    expect(work().done).toBe(before + 1);
  });

  test('refuses another body', async () => {
    await post(order, { 'idempotency-key': 'k2' });
    const other = await post({ ...order, name: 'ink' }, { 'idempotency-key': 'k2' });
    expect(other.statusCode).toBe(422);
    expect(other.json()).toMatchObject({ type: '/problems/request.idempotency-key-reused' });
  });

  test('of eight at once is carried out once', async () => {
    const before = work().done;
    let letGo = () => {};
    work().hold = new Promise((resolve) => (letGo = resolve));
    const answers = Array.from({ length: 8 }, () => post(order, { 'idempotency-key': 'k3' }));
    setTimeout(letGo, 150);
    const bodies = (await Promise.all(answers)).map((answer) => answer.json<{ number: number }>().number);
    expect(new Set(bodies).size).toBe(1);
    expect(work().done).toBe(before + 1);
  });

  test('may be used again after a refusal or a fault', async () => {
    expect((await post({ ...order, name: 'no' }, { 'idempotency-key': 'k4' })).statusCode).toBe(409);
    expect((await post({ ...order, name: 'bad' }, { 'idempotency-key': 'k4' })).statusCode).toBe(500);
    expect((await post(order, { 'idempotency-key': 'k4' })).statusCode).toBe(201);
  });

  test('belongs to its sender', async () => {
    const mine = await post(order, { 'idempotency-key': 'k5' });
    const theirs = await post(order, { 'idempotency-key': 'k5', ...(await bearer({})) });
    expect(theirs.json<{ number: number }>().number).not.toBe(mine.json<{ number: number }>().number);
  });

  describe('of a process that died', () => {
    const die = (key: string, committed: boolean) =>
      app
        .get(DataSource)
        .query(`update idempotency_keys set committed = $2, answer = null, claimed_at = claimed_at - interval '2 minutes' where key = $1`, [
          key,
          committed,
        ]);

    test('before its effect is carried out again', async () => {
      const first = await post(order, { 'idempotency-key': 'k6' });
      await die('k6', false);
      const again = await post(order, { 'idempotency-key': 'k6' });
      expect(again.statusCode).toBe(201);
      expect(again.json<{ number: number }>().number).toBeGreaterThan(first.json<{ number: number }>().number);
    });

    test('after its effect is not', async () => {
      await post(order, { 'idempotency-key': 'k8' });
      await die('k8', true);
      const before = work().done;
      const again = await post(order, { 'idempotency-key': 'k8' });
      expect(again.json()).toMatchObject({ status: 409, type: '/problems/request.idempotency-answer-lost' });
      expect(work().done).toBe(before);
    });

    test('is marked by the transaction of the effect itself', async () => {
      let letGo = () => {};
      work().hold = new Promise((resolve) => (letGo = resolve));
      const answer = post(order, { 'idempotency-key': 'k9' });
      const marks = () => app.get(DataSource).query(`select committed from idempotency_keys where key = 'k9'`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await marks()).toEqual([{ committed: false }]);
      letGo();
      await answer;
      expect(await marks()).toEqual([{ committed: true }]);
    });
  });

  test('is kept 24 hours', async () => {
    await post(order, { 'idempotency-key': 'k7' });
    await app.get(DataSource).query(`update idempotency_keys set claimed_at = claimed_at - interval '25 hours' where key = 'k7'`);
    expect((await post({ ...order, name: 'ink' }, { 'idempotency-key': 'k7' })).statusCode).toBe(201);
  });

  test.each([
    ['empty', ''],
    ['two words', 'two words'],
    ['too long', 'x'.repeat(256)],
  ])('is not %s', async (_, key) => {
    expect((await post(order, { 'idempotency-key': key })).statusCode).toBe(400);
  });
});
