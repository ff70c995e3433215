import { setTimeout as sleep } from 'node:timers/promises';

/** A file for `POST /batches`: what it is of, from whom, as of when, its name and text. */
export type Upload = { item: string; unit: { code: string }; asOf: string; name: string; csv: string };

/** What the gateway says of an upload: whether it is done, and how far it is. */
export type Job = { id: string; status: string; rows?: number; accepted?: number; refused?: number; unchanged?: number };

/** What a service says of itself when asked whether it is at rest. */
export type Rest = { idle: boolean; reasons: string[] };

/** The launcher as a client of the gateway. Throws with the answer's text when it is refused. */
export class GatewayClient {
  constructor(private readonly url: string) {}

  /** Uploads a department's file and gives the job. */
  async upload({ item, unit, asOf, name, csv }: Upload, token: string): Promise<Job> {
    const form = new FormData();
    form.set('item', item);
    form.set('unit', unit.code);
    form.set('asOf', asOf);
    form.set('file', new Blob([csv], { type: 'text/csv' }), name);
    return this.call<Job>('POST', '/batches', token, form);
  }

  /** How far an upload is. */
  job(id: string, token: string): Promise<Job> {
    return this.call<Job>('GET', `/batches/${id}`, token);
  }

  /** Whether a service is at rest: outbox empty, nothing to consume, nothing due. */
  rest(service: string, token: string): Promise<Rest> {
    return this.call<Rest>('GET', `/operations/${service}/idle`, token);
  }

  private async call<T>(method: string, path: string, token: string, body?: FormData): Promise<T> {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() };
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(`${this.url}/api/v1${path}`, { method, headers, ...(body && { body }) });
      if (response.ok) return (await response.json()) as T;
      const passing = response.status === 429 || response.status >= 502;
      if (!passing || attempt === 10)
        throw new Error(`${method} ${path} was answered ${response.status}: ${(await response.text()).slice(0, 1000)}`);
      await sleep(300 * attempt);
    }
  }
}
