import http from 'node:http';
import { type AddressInfo } from 'node:net';
import { MachineClock, type ServiceConfig } from '@chengxin/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { Addresses } from '../webhooks/addresses.js';
import { newSecret } from '../webhooks/secret.js';
import { WebhookClient } from './webhook-client.js';

type Heard = { path: string; headers: http.IncomingHttpHeaders; body: string };

const SECRET = newSecret();
const heard: Heard[] = [];
const addresses = (demonstration: boolean) => new Addresses({ demonstration } as ServiceConfig);
const open = new WebhookClient(addresses(true), new MachineClock());
const guarded = new WebhookClient(addresses(false), new MachineClock());
let port = 0;

/** Answers with the status that the path names; `/302` leads elsewhere, `/never` says nothing. */
const server = http.createServer((incoming, answer) => {
  let body = '';
  incoming.on('data', (chunk) => (body += String(chunk)));
  incoming.on('end', () => {
    const path = incoming.url ?? '';
    heard.push({ path, headers: incoming.headers, body });
    if (path === '/never') return;
    answer.writeHead(Number(path.slice(1)), { location: '/200' }).end('thanks');
  });
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => void (heard.length = 0));
afterAll(async () => {
  await Promise.all([open.onApplicationShutdown(), guarded.onApplicationShutdown()]);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const send = (client: WebhookClient, path: string, host = '127.0.0.1') =>
  client.send({ url: `http://${host}:${port}${path}`, secret: SECRET, id: '019e144b-7740-7220-8f11-6719944df215', body: '{"id":"云帆"}' });

describe('an attempt', () => {
  test('is signed so that the receiver can verify it', async () => {
    expect(await send(open, '/204')).toMatchObject({ taken: true, status: 204 });
    const [{ headers, body }] = heard as [Heard];
    expect(headers['webhook-id']).toBe('019e144b-7740-7220-8f11-6719944df215');
    expect(headers['content-type']).toContain('application/cloudevents+json');
    expect(new Webhook(SECRET).verify(body, headers as Record<string, string>)).toEqual({ id: '云帆' });
    expect(() => new Webhook(newSecret()).verify(body, headers as Record<string, string>)).toThrow();
  });

  test.each([400, 404, 410, 429, 500, 503])('is not taken with %d', async (status) => {
    expect(await send(open, `/${status}`)).toMatchObject({ taken: false, status });
  });

  test('follows no redirect', async () => {
    expect(await send(open, '/302')).toMatchObject({ taken: false, status: 302 });
    expect(heard.map(({ path }) => path)).toEqual(['/302']);
  });

  test('says why there was no answer', async () => {
    const outcome = await open.send({ url: 'http://127.0.0.1:1/', secret: SECRET, id: 'x', body: '{}' });
    expect(outcome).toMatchObject({ taken: false, error: expect.stringContaining('ECONNREFUSED') });
  });

  test.each(['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f000001', '[::ffff:127.0.0.1]'])(
    'opens no connection to %s',
    async (host) => {
      expect(await send(guarded, '/200', host)).toMatchObject({ taken: false, error: expect.stringContaining('private network') });
      expect(heard).toEqual([]);
    },
  );

  test('that is cut off when the process ends tells nothing', async () => {
    const client = new WebhookClient(addresses(true), new MachineClock());
    const outcome = send(client, '/never');
    while (heard.length === 0) await new Promise((soon) => setTimeout(soon, 5));
    client.end();
    expect(await outcome).toBeUndefined();
    await client.onApplicationShutdown();
  });
});

describe('an address outside the demonstration', () => {
  test.each([
    ['http://8.8.8.8/', 'delivery.address-not-https'],
    ['https://127.0.0.1/', 'delivery.address-not-public'],
    ['https://10.1.2.3:8443/x', 'delivery.address-not-public'],
    ['https://[::1]/', 'delivery.address-not-public'],
    ['https://localhost/', 'delivery.address-not-public'],
    ['https://0x7f.1/', 'delivery.address-not-public'],
    [`https://${'a'.repeat(64)}.example/`, 'delivery.address-unknown'],
  ])('%s is refused', async (url, code) => {
    expect(await addresses(false).check(new URL(url))).toMatchObject({ ok: false, refusal: { code } });
  });

  test('may be a host of the public internet', async () => {
    expect((await addresses(false).check(new URL('https://8.8.8.8/events'))).ok).toBe(true);
  });
});
