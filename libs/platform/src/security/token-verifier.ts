import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { MachineClock } from '../clock/machine-clock.js';
import { ServiceConfig } from '../config/service-config.js';
import { PLATFORM_REFUSALS } from '../problems/platform-refusals.js';
import { problem } from '../problems/refused-problem.js';

const ALGORITHMS = ['ES256', 'RS256', 'EdDSA'];
const CLOCK_TOLERANCE_S = 5;
const TIMEOUT_MS = 5_000;

/** Checks access tokens of the configured OpenID Connect issuer: signature, algorithm, issuer, audience, expiry. */
@Injectable()
export class TokenVerifier {
  private keys?: Promise<JWTVerifyGetKey>;

  constructor(
    private readonly config: ServiceConfig,
    private readonly machine: MachineClock,
  ) {}

  /** The token's claims. Throws `access.sign-in-needed` (401) for a token that does not hold, `access.issuer-unreachable` (503) without keys. */
  async verify(token: string): Promise<JWTPayload & { sub: string }> {
    try {
      const { payload } = await jwtVerify(token, await this.keySet(), {
        issuer: this.config.oidcIssuer,
        audience: this.config.oidcAudience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: this.machine.now(),
      });
      return { ...payload, sub: String(payload.sub) };
    } catch (error) {
      throw problem(doesNotHold(error) ? 'access.sign-in-needed' : 'access.issuer-unreachable', {}, PLATFORM_REFUSALS);
    }
  }

  private keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.jwksUri()
      .then((uri) => createRemoteJWKSet(uri, { timeoutDuration: TIMEOUT_MS }))
      .catch((error: unknown) => {
        this.keys = undefined;
        throw error;
      });
    return this.keys;
  }

  private async jwksUri(): Promise<URL> {
    if (this.config.oidcJwksUri) return new URL(this.config.oidcJwksUri);
    const url = `${this.config.oidcIssuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const document = (await answer.json()) as { jwks_uri: string };
    return new URL(document.jwks_uri);
  }
}

/** The token is at fault, not the way to the issuer's keys. */
function doesNotHold(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}
