import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Actor } from '@chengxin/platform';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Who a token speaks for; what is left out is not granted. */
export type TokenHolder = Partial<Omit<Actor, 'role'>> & { role: Actor['role'] };

/** What a token may be given instead of the right things, to see it refused. */
export type TokenFaults = { issuer?: string; audience?: string; expiresInSeconds?: number };

/** An issuer of tokens for tests, with its key set served over HTTP. */
export type TestTokens = {
  issuer: string;
  /** the OIDC_* variables for a service that is to trust this issuer */
  env: Record<string, string>;
  /** a bearer token (ES256, ten minutes) */
  of: (holder: TokenHolder, faults?: TokenFaults) => Promise<string>;
  close: () => Promise<void>;
};

const AUDIENCE = 'chengxin';

/** Starts an issuer on a free port of 127.0.0.1: discovery document, key set, and tokens signed with a key made for this run. */
export async function testTokens(): Promise<TestTokens> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }] };
  let issuer = '';
  const server = http.createServer((request, response) => {
    const discovery = { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/jwks' ? keys : discovery));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    env: { OIDC_ISSUER: issuer, OIDC_AUDIENCE: AUDIENCE, OIDC_JWKS_URI: `${issuer}/jwks` },
    of: ({ subject = 'tester', name, role, unit, areas, enterprises }, faults: TokenFaults = {}) =>
      new SignJWT({ name, role, unit, areas, enterprises })
        .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'at+jwt' })
        .setSubject(subject)
        .setIssuer(faults.issuer ?? issuer)
        .setAudience(faults.audience ?? AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + (faults.expiresInSeconds ?? 600))
        .sign(privateKey),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
