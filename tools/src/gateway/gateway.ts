import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayProblem, GatewayUnreachable, problemOf } from './problem.js';

/** Parameters of a query; what is undefined is left out. */
export type Query = Record<string, string | number | undefined>;

/** Gives the bearer token to come with, undefined to come without one; `renew` asks for a new one, the last was refused. */
export type TokenSource = (renew: boolean) => Promise<string | undefined>;

/** How often a request is made whose answer says that it may pass (429, 502 to 504). */
export type Patience = { attempts: number };

type Headers = Readonly<Record<string, string>>;

type Request = { method: 'GET' | 'POST'; path: string; body?: object; headers?: Headers };

const FIRST_PAUSE_MS = 300;

/** The gateway's REST API (`/api/v1`) for one caller: JSON out of it, JSON or a form into it. */
export class Gateway {
  constructor(
    private readonly url: string,
    private readonly token: TokenSource,
    private readonly patience: Patience = { attempts: 3 },
  ) {}

  /** What a GET with these headers answers. Throws GatewayProblem when it is refused, GatewayUnreachable when nobody answers. */
  get<T>(path: string, query: Query = {}, headers: Headers = {}): Promise<T> {
    return this.call<T>({ method: 'GET', path: path + queryText(query), headers });
  }

  /** What a POST answers; it is sent with an Idempotency-Key, so that asking again does nothing twice. Throws like `get`. */
  post<T>(path: string, body: object): Promise<T> {
    return this.call<T>({ method: 'POST', path, body });
  }

  private async call<T>(request: Request): Promise<T> {
    const key = crypto.randomUUID();
    let token = await this.token(false);
    for (let attempt = 1; ; attempt++) {
      const response = await this.send(request, key, token);
      if (response.ok) return (await response.json()) as T;
      const renewed = response.status === 401 && attempt === 1 ? await this.token(true) : token;
      if (renewed === token && (!mayPass(response.status) || attempt >= this.patience.attempts)) throw await refusalOf(request, response);
      if (renewed === token) await sleep(FIRST_PAUSE_MS * attempt);
      token = renewed;
    }
  }

  private async send({ method, path, body, headers: given }: Request, key: string, token: string | undefined): Promise<Response> {
    const json = body && !(body instanceof FormData);
    const headers = {
      accept: 'application/json',
      'idempotency-key': key,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json && { 'content-type': 'application/json' }),
      ...given,
    };
    try {
      return await fetch(`${this.url}/api/v1${path}`, { method, headers, ...(body && { body: json ? JSON.stringify(body) : body }) });
    } catch (fault) {
      throw new GatewayUnreachable(this.url, fault);
    }
  }
}

const mayPass = (status: number): boolean => status === 429 || (status >= 502 && status <= 504);

async function refusalOf({ method, path }: Request, response: Response): Promise<GatewayProblem> {
  const document = problemOf(response.status, response.headers.get('content-type'), await response.text());
  return new GatewayProblem(`${method} ${path}`, document);
}

function queryText(query: Query): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value));
  return given.size > 0 ? `?${given.toString()}` : '';
}
