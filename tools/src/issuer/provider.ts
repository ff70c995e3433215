import Provider, { type Context, errors, type Token } from 'oidc-provider';
import { AUDIENCE, DEMONSTRATION_CLIENT, DEMONSTRATION_GRANT, type HolderClaims, type IssuerContent } from './holders.js';

const RESOURCE = 'urn:chengxin:platform';
const SCOPE = 'platform';
const AN_HOUR = 3_600;
const TWELVE_HOURS = 12 * AN_HOUR;

const API = {
  scope: SCOPE,
  audience: AUDIENCE,
  accessTokenTTL: TWELVE_HOURS,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'ES256' } },
};

/**
 * The development issuer: OpenID Connect discovery, key set, `client_credentials` for the departments' machine clients and
 * a grant for demonstration users. Tokens are JWTs (ES256, twelve hours) with the holder's claims. Never for production.
 */
export function developmentIssuer(issuer: string, content: IssuerContent): Provider {
  const holders = new Map<string, HolderClaims>([
    ...content.users.map((user) => [user.user, user] as const),
    ...content.clients.map((client) => [client.id, client] as const),
  ]);
  const provider = new Provider(issuer, configuration(content, holders));
  provider.registerGrantType(DEMONSTRATION_GRANT, (ctx) => signInUser(provider, content, ctx), ['user']);
  return provider;
}

function configuration({ users, clients, keys }: IssuerContent, holders: Map<string, HolderClaims>): object {
  return {
    jwks: { keys },
    cookies: { keys: ['no browser signs in here'] },
    clients: [...clients.map(({ id, secret }) => machineClient(id, secret)), commandLine],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: ['openid', SCOPE],
    ttl: {
      AccessToken: TWELVE_HOURS,
      ClientCredentials: TWELVE_HOURS,
      Grant: TWELVE_HOURS,
      IdToken: AN_HOUR,
      Interaction: AN_HOUR,
      Session: AN_HOUR,
    },
    findAccount: (_: unknown, id: string) => users.some(({ user }) => user === id) && { accountId: id, claims: () => ({ sub: id }) },
    extraTokenClaims: (_: unknown, token: Token) => claimsOf(holders.get(token.accountId ?? token.clientId ?? '')),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => API,
      },
    },
  };
}

function machineClient(id: string, secret: string): object {
  return { client_id: id, client_secret: secret, grant_types: ['client_credentials'], redirect_uris: [], response_types: [], scope: SCOPE };
}

const commandLine = {
  client_id: DEMONSTRATION_CLIENT,
  token_endpoint_auth_method: 'none',
  grant_types: [DEMONSTRATION_GRANT],
  redirect_uris: [],
  response_types: [],
};

function claimsOf(holder: HolderClaims | undefined): HolderClaims | undefined {
  if (!holder) return undefined;
  const { role, name, unit, areas, enterprises } = holder;
  return { role, areas, enterprises, ...(name && { name }), ...(unit && { unit }) };
}

async function signInUser(provider: Provider, { users }: IssuerContent, ctx: Context): Promise<void> {
  const { client, params } = ctx.oidc;
  const accountId = params.user ?? '';
  if (!users.some(({ user }) => user === accountId)) throw new errors.InvalidGrant(`there is no demonstration user ${accountId}`);
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addResourceScope(RESOURCE, SCOPE);
  const resourceServer = new provider.ResourceServer(RESOURCE, API);
  const token = new provider.AccessToken({
    accountId,
    client,
    grantId: await grant.save(),
    gty: 'demonstration',
    scope: SCOPE,
    resourceServer,
  });
  ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: TWELVE_HOURS };
}
