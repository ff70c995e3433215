import { DEMONSTRATION_CLIENT, DEMONSTRATION_GRANT } from './holders.js';

/** Gets a bearer token for a demonstration user from the development issuer. Throws with the issuer's own words when it refuses. */
export function userToken(issuer: string, user: string): Promise<string> {
  return token(issuer, { grant_type: DEMONSTRATION_GRANT, client_id: DEMONSTRATION_CLIENT, user });
}

/** Gets a bearer token for a department's machine client. Throws with the issuer's own words when it refuses. */
export function clientToken(issuer: string, { id, secret }: { id: string; secret: string }): Promise<string> {
  return token(issuer, { grant_type: 'client_credentials', client_id: id, client_secret: secret });
}

async function token(issuer: string, parameters: Record<string, string>): Promise<string> {
  const { client_id: id, client_secret: secret, ...rest } = parameters;
  const basic = secret && `Basic ${Buffer.from(`${encodeURIComponent(id ?? '')}:${encodeURIComponent(secret)}`).toString('base64')}`;
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: basic ? { authorization: basic } : {},
    body: new URLSearchParams(basic ? rest : parameters),
  });
  const answer = (await response.json()) as { access_token?: string; error_description?: string; error?: string };
  if (answer.access_token) return answer.access_token;
  throw new Error(answer.error_description ?? answer.error ?? `the issuer answered ${response.status}`);
}
