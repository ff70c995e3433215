import http from 'node:http';
import { type AddressInfo } from 'node:net';
import { statedBy } from '../stated.js';
import { type System } from '../system.js';

type Entry = { position: number };
type Setup = { id: string; from: string };

/** An endpoint of a unit on this machine, which takes whatever is pushed to it; how it is signed is a matter of the service's own specs. */
export class Endpoint {
  private readonly pushed = new Map<number, Entry>(); // what was sent comes at least once
  private setup: Setup = { id: '', from: '' };

  private constructor(
    private readonly system: System,
    private readonly user: string,
    private readonly server: http.Server,
  ) {}

  /** Sets one up as the machine client of a unit. */
  static async of(system: System, user: string): Promise<Endpoint> {
    const server = http.createServer();
    const endpoint = new Endpoint(system, user, server);
    server.on('request', (request, response) => endpoint.take(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    server.unref(); // it holds up the end of no test that has failed
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    endpoint.setup = await system.gateway.post<Setup>('/webhooks', { url }, user, statedBy(user));
    return endpoint;
  }

  /** All that was pushed so far, in the order of the feed. */
  get taken(): readonly Entry[] {
    return [...this.pushed.values()].sort((one, other) => one.position - other.position);
  }

  /** What the feed gives its unit from where the endpoint was set up; throws when that is more than a page. */
  async inFeed(): Promise<Entry[]> {
    const path = `/events?after=${this.setup.from}&limit=200`;
    const { items, more } = await this.system.gateway.get<{ items: Entry[]; more: boolean }>(path, this.user, statedBy(this.user));
    if (more) throw new Error(`${this.user} has more events than one page`);
    return items;
  }

  /** Takes it back from the platform and closes it. */
  async end(): Promise<void> {
    await this.system.gateway.ask({ method: 'DELETE', path: `/webhooks/${this.setup.id}`, as: this.user });
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private take(request: http.IncomingMessage, response: http.ServerResponse): void {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const entry = JSON.parse(Buffer.concat(parts).toString()) as Entry;
      this.pushed.set(entry.position, entry);
      response.writeHead(204).end();
    });
  }
}
