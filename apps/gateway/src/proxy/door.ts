import { Injectable } from '@nestjs/common';
import { correlation, PLATFORM_REFUSALS, problem, TokenVerifier } from '@chengxin/platform';

/** The door: who comes with a token shows a valid one. What the token allows is each service's own question. */
@Injectable()
export class Door {
  constructor(private readonly tokens: TokenVerifier) {}

  /** Lets in who has no token or a valid one; throws `access.sign-in-needed` (401) otherwise. */
  async admit(authorization: string | undefined): Promise<void> {
    if (authorization === undefined) return;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw problem('access.sign-in-needed', {}, PLATFORM_REFUSALS);
    const { sub } = await this.tokens.verify(token);
    const store = correlation.getStore();
    if (store) store.actor = sub;
  }
}
