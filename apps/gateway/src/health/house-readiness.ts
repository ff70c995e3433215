import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LawInForce, Readiness } from '@chengxin/platform';
import { UPSTREAMS, type Upstream } from '../routing/routing-table.js';
import { ServicesClient } from '../services/services.client.js';

/** As much of a service's readiness as the gateway reads. */
type Ready = { status: string; error?: Record<string, unknown>; details?: { law?: { digest?: string } } };

/** The gateway's readiness speaks for the whole: every service must be ready, and where their law differs the whole is degraded. */
@Injectable()
export class HouseReadiness implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly services: ServicesClient,
    private readonly inForce: LawInForce,
  ) {}

  onModuleInit(): void {
    for (const service of UPSTREAMS) this.readiness.add(service, () => this.isReady(service));
    this.readiness.add('same-law', () => this.sameLaw());
  }

  private async isReady(service: Upstream): Promise<Record<string, unknown>> {
    const { status, error } = await this.ask(service);
    if (status === 'ok' || status === 'degraded') return { degraded: status === 'degraded' };
    throw new Error(`not ready: ${Object.keys(error ?? {}).join(', ')}`);
  }

  private async sameLaw(): Promise<Record<string, unknown>> {
    const told = await Promise.allSettled(UPSTREAMS.map((service) => this.ask(service)));
    const digests = told.map((answer) => (answer.status === 'fulfilled' ? answer.value.details?.law?.digest : undefined));
    const different = UPSTREAMS.filter((_, i) => digests[i] !== undefined && digests[i] !== this.inForce.digest);
    return { degraded: different.length > 0, ...(different.length > 0 && { different }) };
  }

  private async ask(service: Upstream): Promise<Ready> {
    const { body } = await this.services.get(service, '/health/ready');
    return body as Ready;
  }
}
