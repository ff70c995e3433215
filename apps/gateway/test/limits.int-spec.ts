import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService, type TestRequest, type TestService } from '@chengxin/testing';
import { GatewayConfig } from '../src/gateway.config.js';
import { GatewayModule } from '../src/gateway.module.js';
import { startUpstreams, type Upstreams } from './upstreams.js';

const DEFINITION = { service: 'gateway', module: GatewayModule, config: GatewayConfig } as const;
const LIMITS = 'all=1000, public=3, auditor=4';

let upstreams: Upstreams;
let gateway: TestService;

beforeAll(async () => {
  upstreams = await startUpstreams(() => undefined);
  gateway = await startService(DEFINITION, { env: { ...upstreams.env, REQUEST_LIMITS: LIMITS, TRUSTED_PROXIES: '127.0.0.1' } });
}, 60_000);

afterAll(async () => {
  await gateway?.close();
  await upstreams?.close();
}, 30_000);

/** The statuses of so many requests, one after the other. */
async function statuses(times: number, request: TestRequest, from = gateway): Promise<number[]> {
  const seen: number[] = [];
  for (let at = 0; at < times; at++) seen.push((await from.request('GET', '/api/v1/subjects', request)).status);
  return seen;
}

const behind = (address: string) => ({ headers: { 'x-forwarded-for': address } });

describe('the requests of a minute', () => {
  test('of the public are counted by address, whatever else goes on', async () => {
    expect(await statuses(5, behind('203.0.113.1'))).toEqual([200, 200, 200, 429, 429]);
    expect(await statuses(1, behind('203.0.113.2'))).toEqual([200]);
  });

  test('from one network of the sixth version are those of one caller', async () => {
    const addresses = ['2001:db8:7::1', '2001:db8:7::2', '2001:db8:7:0:ffff::1', '2001:db8:7:0::4'];
    expect(await Promise.all(addresses.map(async (address) => (await statuses(1, behind(address)))[0]))).toContain(429);
    expect(await statuses(1, behind('2001:db8:8::1'))).toEqual([200]);
  });

  test('of somebody signed in are counted by the token, from wherever they come, at the limit of the role', async () => {
    const auditor = { role: 'auditor', subject: 'zheng' } as const;
    const asked = [1, 2, 3, 4, 5].map((at) => ({ as: auditor, ...behind(`203.0.113.1${at}`) }));
    const answers = [];
    for (const request of asked) answers.push((await statuses(1, request))[0]);
    expect(answers).toEqual([200, 200, 200, 200, 429]);
    expect(await statuses(1, { as: { ...auditor, subject: 'wu' } })).toEqual([200]);
    expect(await statuses(6, { as: { role: 'department-client', subject: 'zheng-machine' } })).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test('with tokens that do not hold are counted as the public', async () => {
    const forged = { headers: { authorization: 'Bearer forged', 'x-forwarded-for': '203.0.113.30' } };
    expect(await statuses(4, forged)).toEqual([401, 401, 401, 429]);
  });

  test('are told in every answer, and beyond the limit when to come again, in both languages', async () => {
    const first = await gateway.request('GET', '/api/v1/subjects', behind('203.0.113.40'));
    expect([first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual(['3', '2']);
    await statuses(2, behind('203.0.113.40'));
    const seen = upstreams.seen.length;
    const { status, headers, body } = await gateway.request('GET', '/api/v1/subjects', behind('203.0.113.40'));
    const seconds = Number(headers.get('retry-after'));
    expect([status, headers.get('content-type')]).toEqual([429, 'application/problem+json; charset=utf-8']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(headers.get('ratelimit-reset')).toBe(String(seconds));
    expect(body).toMatchObject({ type: '/problems/request.too-many', limit: 3, seconds });
    expect(body).toMatchObject({
      texts: { zh: expect.stringContaining('每分钟上限 3 次'), en: expect.stringContaining('at most 3 a minute') },
    });
    expect(upstreams.seen).toHaveLength(seen);
  });
});

test('without a proxy that is trusted nobody speaks for another address', async () => {
  const open = await startService(DEFINITION, { env: { ...upstreams.env, REQUEST_LIMITS: LIMITS } });
  const [first, second, third, fourth] = [1, 2, 3, 4].map((at) => behind(`203.0.113.5${at}`));
  const answers = [];
  for (const request of [first, second, third, fourth]) answers.push(...(await statuses(1, request ?? {}, open)));
  await open.close();
  expect(answers).toEqual([200, 200, 200, 429]);
}, 30_000);
