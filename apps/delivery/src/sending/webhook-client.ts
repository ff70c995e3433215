import { type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { MachineClock } from '@chengxin/platform';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import { Addresses, hostOf } from '../webhooks/addresses.js';
import { type Outcome } from './outcome.js';

/** What is sent: the event's identifier and its JSON, to a URL, signed with the endpoint's secret. */
export type WebhookMessage = { url: string; secret: string; id: string; body: string };

const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 65_536;

/** Sends webhooks (Standard Webhooks): each attempt is signed anew, ends within ten seconds and follows no redirect. */
@Injectable()
export class WebhookClient implements OnApplicationShutdown {
  private readonly agent: Agent;
  private readonly ending = new AbortController();

  constructor(
    private readonly addresses: Addresses,
    private readonly machine: MachineClock,
  ) {
    this.agent = new Agent({ connect: { lookup: this.lookup, timeout: TIMEOUT_MS } });
  }

  /** Makes one attempt. Undefined when it was cut off because the process ends: nothing is known of it. */
  async send(message: WebhookMessage): Promise<Outcome | undefined> {
    const began = performance.now();
    const milliseconds = () => Math.round(performance.now() - began);
    try {
      const status = await this.post(message);
      return { taken: status >= 200 && status < 300, status, milliseconds: milliseconds() };
    } catch (fault) {
      if (this.ending.signal.aborted) return undefined;
      return { taken: false, error: reasonOf(fault), milliseconds: milliseconds() };
    }
  }

  /** Cuts off what is under way. */
  end(): void {
    this.ending.abort();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  private async post({ url, secret, id, body }: WebhookMessage): Promise<number> {
    this.checkLiteral(new URL(url));
    const at = this.machine.now();
    const { statusCode, body: answer } = await request(url, {
      method: 'POST',
      dispatcher: this.agent,
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.ending.signal]),
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'user-agent': 'chengxin-delivery',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
      body,
    });
    await answer.dump({ limit: LARGEST_ANSWER });
    return statusCode;
  }

  /** A host that is an address already is never looked up, so the check of the look-up would not see it. */
  private checkLiteral(url: URL): void {
    const host = hostOf(url);
    if (isIP(host) && !this.addresses.allows(host)) throw new Error(`${host} lies in a private network`);
  }

  private readonly lookup: LookupFunction = (host, options, callback) => {
    this.addresses.resolve(host).then(
      (found) => (options.all ? callback(null, found) : callback(null, ...firstOf(found))),
      (fault: NodeJS.ErrnoException) => callback(fault, []),
    );
  };
}

function firstOf([first]: readonly LookupAddress[]): [string, number] {
  return [first?.address ?? '', first?.family ?? 0];
}

function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.name === 'TimeoutError' ? `no answer within ${TIMEOUT_MS / 1000} s` : fault.message || fault.name;
}
