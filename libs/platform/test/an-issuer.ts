import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** What may be wrong with a token. `secret` signs it as HS256. */
export type Forged = {
  key?: CryptoKey;
  secret?: Uint8Array;
  kid?: string;
  issuer?: string;
  audience?: string;
  expiresIn?: string;
  notBefore?: string;
};

/** An OpenID Connect issuer with one key, and what a spec forges with it. */
export interface Issuer {
  url: string;
  token(claims: object, forged?: Forged): Promise<string>;
  strangeKey: CryptoKey;
  /** its public key as everybody can have it, in the forms in which a secret could be made of it */
  published: { jwk: string; pem: string };
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
    published: { jwk: JSON.stringify(jwk), pem: await exportSPKI(own.publicKey) },
    token: (
      claims,
      { key = own.privateKey, secret, kid = 'one', issuer = url(), audience = 'chengxin', expiresIn = '5m', notBefore } = {},
    ) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: secret ? 'HS256' : 'ES256', kid })
        .setNotBefore(notBefore ?? '-1m')
        .setSubject('li')
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime(expiresIn)
        .sign(secret ?? key),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
