import { Injectable } from '@nestjs/common';
import { type Actor, actorOf, ANYONE, correlation, PLATFORM_REFUSALS, problem, TokenVerifier } from '@chengxin/platform';
import { GatewayConfig } from '../gateway.config.js';

/** The door: who comes with a token shows a valid one. What the token allows is each service's own question. */
@Injectable()
export class Door {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly config: GatewayConfig,
  ) {}

  /** Lets in who has no token or a valid one, and says who that is; throws `access.sign-in-needed` (401) otherwise. */
  async admit(authorization: string | undefined): Promise<Actor> {
    if (authorization === undefined) return ANYONE;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw problem('access.sign-in-needed', {}, PLATFORM_REFUSALS);
    const claims = await this.tokens.verify(token);
    const store = correlation.getStore();
    if (store) store.actor = claims.sub;
    return actorOf(claims, this.config);
  }
}
