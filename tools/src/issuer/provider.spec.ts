import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { AUDIENCE, type IssuerContent } from './holders.js';
import { developmentIssuer } from './provider.js';
import { clientToken, userToken } from './sign-in.js';

const agent = { user: 'agent', name: '企业经办人', role: 'enterprise-agent', areas: [], enterprises: ['91429500MA4CX00018'] };
const client = {
  id: 'market',
  secret: 'made-for-this-spec',
  role: 'department-client',
  unit: '11429500000000001X',
  areas: ['429500'],
  enterprises: [],
};

let issuer: string;
let handle: http.RequestListener;
let server: http.Server;

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const content: IssuerContent = {
    users: [agent],
    clients: [client],
    keys: [{ ...(await exportJWK(privateKey)), kid: '1', alg: 'ES256', use: 'sig' }],
  };
  server = http.createServer((request, response) => handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  handle = developmentIssuer(issuer, content).callback();
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const verified = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), { issuer, audience: AUDIENCE, typ: 'at+jwt' });

describe('the development issuer', () => {
  test('gives a demonstration user a token with the claims of the role', async () => {
    const { payload } = await verified(await userToken(issuer, 'agent'));
    expect(payload).toMatchObject({ sub: 'agent', role: 'enterprise-agent', enterprises: agent.enterprises });
    expect(payload).not.toHaveProperty('unit');
  });

  test('gives a machine client a token with its unit', async () => {
    const { payload } = await verified(await clientToken(issuer, client));
    expect(payload).toMatchObject({ sub: 'market', role: 'department-client', unit: client.unit });
  });

  test('refuses an unknown user and a wrong secret', async () => {
    await expect(userToken(issuer, 'nobody')).rejects.toThrow();
    await expect(clientToken(issuer, { ...client, secret: 'wrong' })).rejects.toThrow();
  });

  test('names its keys in its discovery document', async () => {
    const discovery = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
    expect(discovery).toMatchObject({ issuer, jwks_uri: `${issuer}/jwks` });
  });
});
