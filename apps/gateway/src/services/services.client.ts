import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { correlation } from '@chengxin/platform';
import { Agent, request } from 'undici';
import { GatewayConfig } from '../gateway.config.js';
import { upstreamFault } from '../proxy/upstream-fault.js';
import type { Upstream } from '../routing/routing-table.js';

/** What a service answered to one of the gateway's own questions. */
export type Answer = { status: number; body: unknown };

const TIMEOUT_MS = 5_000;

/** Asks the services what the gateway itself wants to know: readiness, documents, idleness. */
@Injectable()
export class ServicesClient implements OnModuleDestroy {
  private readonly agent = new Agent({ connect: { timeout: TIMEOUT_MS }, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });

  constructor(private readonly config: GatewayConfig) {}

  /** The JSON answer of a service at a path of its own. Throws a problem of the gateway when there is none. */
  async get(service: Upstream, path: string, authorization?: string): Promise<Answer> {
    const { correlationId } = correlation.getStore() ?? {};
    const headers = { ...(authorization && { authorization }), ...(correlationId && { 'x-correlation-id': correlationId }) };
    try {
      const { statusCode, body } = await request(this.config.upstream(service) + path, { dispatcher: this.agent, headers });
      return { status: statusCode, body: await body.json() };
    } catch (error) {
      throw upstreamFault(service, error);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.destroy();
  }
}
