/** What the development issuer uses of `oidc-provider`, which ships no types. */
declare module 'oidc-provider' {
  import { type RequestListener } from 'node:http';

  export type Client = { clientId: string };
  export type Token = { accountId?: string; clientId?: string; save: () => Promise<string> };
  export type Context = { oidc: { client: Client; params: Record<string, string | undefined> }; body: unknown };
  type Next = () => Promise<void>;

  export default class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
    registerGrantType(name: string, handler: (ctx: Context, next: Next) => Promise<void>, parameters: string[]): void;
    on(event: string, listener: (...args: unknown[]) => void): this;
    readonly Grant: new (holder: { accountId: string; clientId: string }) => {
      addResourceScope(resource: string, scope: string): void;
      save(): Promise<string>;
    };
    readonly AccessToken: new (properties: object) => Token;
    readonly ResourceServer: new (identifier: string, info: object) => object;
  }

  export const errors: { InvalidGrant: new (description: string) => Error };
}
