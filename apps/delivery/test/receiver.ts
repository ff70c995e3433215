import http from 'node:http';
import { type AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A webhook that was received: the event, and when. */
export type Pushed = { id: string; type: string; subject: string; position: number; data: Record<string, unknown>; at: number };

/** A department's endpoint: checks the signature of everything and answers as it is told. */
export class Receiver {
  readonly pushed: Pushed[] = [];
  /** Everything that came with a wrong signature. */
  readonly forged: string[] = [];
  /** The secret said when the endpoint was set up. */
  secret = '';
  /** Decides the status of an answer. */
  answer: (event: Pushed) => number = () => 204;

  private constructor(private readonly server: http.Server) {}

  static async start(): Promise<Receiver> {
    const server = http.createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => receiver.take(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/events`;
  }

  /** Those that were answered with success, about one subject. */
  taken(subject: string): Pushed[] {
    return this.pushed.filter((event) => event.subject === subject && this.answer(event) < 300);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private take(request: http.IncomingMessage, response: http.ServerResponse): void {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const event = this.verified(body, request.headers);
      if (event) this.pushed.push(event);
      response.writeHead(event ? this.answer(event) : 401).end();
    });
  }

  private verified(body: string, headers: http.IncomingHttpHeaders): Pushed | undefined {
    try {
      const event = new Webhook(this.secret).verify(body, headers as Record<string, string>) as Pushed;
      return { ...event, at: Date.now() };
    } catch {
      this.forged.push(body);
      return undefined;
    }
  }
}
