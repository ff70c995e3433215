import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** An OpenID Connect issuer with one key, and what a spec forges with it. */
export interface Issuer {
  url: string;
  token(claims: object, forged?: { key?: CryptoKey; issuer?: string; audience?: string; expiresIn?: string }): Promise<string>;
  strangeKey: CryptoKey;
  close(): Promise<void>;
}

/** Starts an issuer on a free port of this machine. */
export async function anIssuer(): Promise<Issuer> {
  const [own, strange] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const server: Server = createServer((request, response) => {
    const document = request.url === '/jwks' ? { keys: [jwk] } : { issuer: url(), jwks_uri: `${url()}/jwks` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  }).listen(0, '127.0.0.1');
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await once(server, 'listening');
  return {
    url: url(),
    strangeKey: strange.privateKey,
    token: (claims, { key = own.privateKey, issuer = url(), audience = 'chengxin', expiresIn = '5m' } = {}) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setSubject('li')
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime(expiresIn)
        .sign(key),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
