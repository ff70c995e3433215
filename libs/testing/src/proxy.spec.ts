import net from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from './eventually.js';
import { type Proxy, proxy } from './proxy.js';

let server: net.Server;
let between: Proxy;

beforeEach(async () => {
  server = net.createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  between = await proxy(`127.0.0.1:${(server.address() as net.AddressInfo).port}`);
});

afterEach(async () => {
  await between.close();
  server.close();
});

async function connected(): Promise<net.Socket> {
  const socket = net.connect(between.port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

describe('the proxy', () => {
  test('hands on what is said in both directions', async () => {
    const socket = await connected();
    socket.write('信用');
    const [heard] = (await once(socket, 'data')) as [Buffer];
    expect(String(heard)).toBe('信用');
  });

  test('cuts what runs through it', async () => {
    const socket = await connected();
    await eventually(() => between.connections() === 1, 'the connection to reach the proxy');
    expect(between.cut()).toBe(1);
    await once(socket, 'close');
    expect(between.connections()).toBe(0);
  });

  test('refuses new connections until it is told otherwise', async () => {
    between.accept(false);
    await once(await connected(), 'close');
    between.accept(true);
    const socket = await connected();
    socket.write('again');
    await once(socket, 'data');
  });
});
