/** A request as a user makes it, with JSON or a form: `as` names the user or machine client of the demonstration, nobody where it is left out. */
export type Ask = { method?: string; path: string; as?: string; body?: object; headers?: Record<string, string>; timeout?: number };

/** An answer, whatever its status. */
export type Answer<T = unknown> = { status: number; headers: Headers; body: T };

const TIMEOUT_MS = 30_000;

/** The REST API (`/api/v1`) of a started system, asked by the users of its demonstration. */
export class GatewayClient {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    readonly url: string,
    private readonly signIn: (user: string) => Promise<string>,
  ) {}

  /** A bearer token of a user; asked for once. */
  token(user: string): Promise<string> {
    const token = this.tokens.get(user) ?? this.signIn(user);
    this.tokens.set(user, token);
    return token;
  }

  /** Asks once and gives the answer, whatever its status. Throws when there is none. */
  async ask<T>({ method = 'GET', path, as, body, headers, timeout = TIMEOUT_MS }: Ask): Promise<Answer<T>> {
    const sent = body && (await encoded(body));
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(as && { authorization: `Bearer ${await this.token(as)}` }),
        ...(sent && { 'content-type': sent.type }),
        ...headers,
      },
      ...(sent && { body: sent.bytes }),
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (isJson(response) ? JSON.parse(text) : text) as T };
  }

  /** What a GET answers. Throws with the answer when it is no success. */
  async get<T>(path: string, as?: string, headers: Record<string, string> = {}): Promise<T> {
    return (await this.succeed<T>({ path, as, headers })).body;
  }

  /** What a POST answers, sent with an Idempotency-Key of its own. Throws with the answer when it is no success. */
  async post<T>(path: string, body: object, as: string, headers: Record<string, string> = {}): Promise<T> {
    return (await this.succeed<T>({ method: 'POST', path, body, as, headers: { 'idempotency-key': crypto.randomUUID(), ...headers } }))
      .body;
  }

  /** All items of a list, page by page. */
  async all<T>(path: string, as?: string, headers: Record<string, string> = {}): Promise<T[]> {
    const items: T[] = [];
    const part = `${path}${path.includes('?') ? '&' : '?'}limit=200`;
    for (let after = ''; ;) {
      const page = await this.get<{ items: T[]; next?: string }>(`${part}${after && `&after=${encodeURIComponent(after)}`}`, as, headers);
      items.push(...page.items);
      if (page.next === undefined) return items;
      after = page.next;
    }
  }

  private async succeed<T>(asked: Ask): Promise<Answer<T>> {
    const answer = await this.ask<T>(asked);
    if (answer.status < 300) return answer;
    throw new Error(`${asked.method ?? 'GET'} ${asked.path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

/** A body whole, so that a door that shuts before it has come through is heard. */
async function encoded(body: object): Promise<{ type: string; bytes: string | ArrayBuffer }> {
  if (!(body instanceof FormData)) return { type: 'application/json', bytes: JSON.stringify(body) };
  const form = new Response(body);
  return { type: form.headers.get('content-type') ?? '', bytes: await form.arrayBuffer() };
}

const isJson = ({ headers }: Response): boolean => /\bjson\b/.test(headers.get('content-type') ?? '');
