import replyFrom from '@fastify/reply-from';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type Actor, ANYONE, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { Limiter } from '../limits/limiter.js';
import { API_ROOT, routeOf, type Route, type Upstream, UPSTREAMS } from '../routing/routing-table.js';
import { type Answer, sendAnswer } from './answer.js';
import { limited, refuseTooLarge } from './body-limit.js';
import { Door } from './door.js';
import { answerHeaders, requestHeaders } from './headers.js';
import { upstreamFault } from './upstream-fault.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** What could leave the address it seems to be. */
const CLIMBS = /\/\.\.|\.\.\//;
const CONNECTIONS = 64;
const CONNECT_TIMEOUT_MS = 2_000;

/** Hands requests on to the services as they come, bodies unread and unheld, and answers back. Raw Fastify: Nest would parse bodies. */
@Injectable()
export class Proxy implements OnModuleInit {
  private readonly upstreams: Readonly<Record<Upstream, string>>;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: GatewayConfig,
    private readonly door: Door,
    private readonly limiter: Limiter,
  ) {
    const addresses = UPSTREAMS.map((service) => [service, config.upstream(service)]);
    this.upstreams = Object.fromEntries(addresses) as Record<Upstream, string>;
  }

  onModuleInit(): void {
    const silence = this.config.answerTimeoutSeconds * 1000;
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    void fastify.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, done) => done(null, limited(body)));
      await this.limiter.countIn(scope);
      await scope.register(replyFrom, {
        disableRequestLogging: true,
        disableCache: true, // of addresses asked for before: those of a city seldom come again while it remembers them
        destroyAgent: true,
        undici: {
          connections: CONNECTIONS,
          connect: { timeout: CONNECT_TIMEOUT_MS },
          headersTimeout: silence,
          bodyTimeout: silence,
        },
      });
      const onRequest = (request: FastifyRequest, reply: FastifyReply) => this.admit(request, reply);
      scope.route({ method: METHODS, url: `${API_ROOT}*`, onRequest, handler: (request, reply) => this.handOn(request, reply) });
    });
  }

  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    refuseTooLarge(request.headers['content-length']);
    await this.limiter.admit(request, reply, await this.callerOf(request, reply));
  }

  /** Who asks; whoever comes with a token that does not hold is counted as the public. */
  private async callerOf(request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    try {
      return await this.door.admit(request.headers.authorization);
    } catch (refused) {
      await this.limiter.admit(request, reply, ANYONE);
      throw refused;
    }
  }

  private handOn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { service, path } = routed(request);
    return reply.from(path, {
      getUpstream: () => this.upstreams[service],
      rewriteRequestHeaders: requestHeaders,
      rewriteHeaders: answerHeaders,
      retryDelay: () => null,
      onResponse: (_request, _reply, answer) => sendAnswer(reply, answer as unknown as Answer, service),
      onError: (_reply, { error }) => void reply.send(upstreamFault(service, error)),
    });
  }
}

function routed(request: FastifyRequest): Route {
  const [path = ''] = (request.raw.url ?? '').split('?');
  const route = CLIMBS.test(decodeURIComponent(path)) ? undefined : routeOf(path);
  if (!route) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
  return route;
}
