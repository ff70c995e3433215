import rateLimit from '@fastify/rate-limit';
import { Injectable } from '@nestjs/common';
import { type Actor, ANYONE, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';

const A_MINUTE_MS = 60_000;
/** Callers that are remembered at once, some 200 bytes each; of more the one that was silent longest is forgotten. */
const CALLERS = 20_000;
/** Whoever holds an address of the sixth version holds the others of its network. */
const IPV6_NETWORK_BITS = 64;

type Count = ReturnType<FastifyInstance['createRateLimit']>;

/** Counts the requests of each caller in each minute, in this process alone: behind two gateways a caller has twice the limit. */
@Injectable()
export class Limiter {
  private readonly callers = new WeakMap<FastifyRequest, Actor>();
  private byAddress?: Count;
  private byToken?: Count;

  constructor(private readonly config: GatewayConfig) {}

  /** Makes ready to count the requests of a scope; to be called before the first of them. */
  async countIn(scope: FastifyInstance): Promise<void> {
    const limits = this.config.requestLimits;
    await scope.register(rateLimit, { global: false, cache: CALLERS, ipv6Subnet: IPV6_NETWORK_BITS });
    this.byAddress = scope.createRateLimit({ timeWindow: A_MINUTE_MS, max: limits.public });
    const of = (request: FastifyRequest): Actor => this.callers.get(request) ?? ANYONE;
    this.byToken = scope.createRateLimit({
      timeWindow: A_MINUTE_MS,
      max: (request) => limits[of(request).role],
      keyGenerator: (request) => `token ${of(request).subject}`,
    });
  }

  /** Counts a request of a caller and says in the answer what is left. Throws `request.too-many` (429) beyond the limit. */
  async admit(request: FastifyRequest, reply: FastifyReply, caller: Actor): Promise<void> {
    this.callers.set(request, caller);
    const counted = await (caller === ANYONE ? this.byAddress : this.byToken)?.(request);
    if (!counted || counted.isAllowed) return;
    const { max: limit, remaining, ttlInSeconds: seconds, isExceeded } = counted;
    void reply.headers({ 'ratelimit-limit': limit, 'ratelimit-remaining': remaining, 'ratelimit-reset': seconds });
    if (!isExceeded) return;
    void reply.header('retry-after', seconds);
    throw problem('request.too-many', { limit, seconds }, PLATFORM_REFUSALS);
  }
}
