import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parseCreditCode } from '@chengxin/kernel';
import type { FastifyRequest } from 'fastify';
import { ServiceConfig } from '../config/service-config.js';
import { correlation } from '../correlation/correlation.js';
import { PLATFORM_REFUSALS } from '../problems/platform-refusals.js';
import { problem } from '../problems/refused-problem.js';
import { ANYONE, type Actor, type RequestWithActor } from './actor.js';
import { actorOf } from './claims.js';
import { POLICY, type Policy } from './policy.decorators.js';
import { TokenVerifier } from './token-verifier.js';

type Parameters = Record<string, string | undefined>;
type Request = FastifyRequest<{ Params: Parameters }> & RequestWithActor;

/** Says who asks and lets only those in whom the route's policy names. Deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly config: ServiceConfig,
  ) {}

  /** Throws `access.sign-in-needed` (401) or `access.not-allowed` (403). */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [context.getHandler(), context.getClass()]);
    const actor = await this.actorOf(request.headers.authorization);
    request.actor = actor;
    const store = correlation.getStore();
    if (store && actor !== ANYONE) store.actor = actor.subject;
    check(policy, actor, request.params);
    return true;
  }

  private async actorOf(authorization: string | undefined): Promise<Actor> {
    if (authorization === undefined) return ANYONE;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw problem('access.sign-in-needed', {}, PLATFORM_REFUSALS);
    return actorOf(await this.tokens.verify(token), this.config);
  }
}

function check(policy: Policy | undefined, actor: Actor, parameters: Parameters): void {
  if (policy?.public) return;
  if (actor === ANYONE) throw problem('access.sign-in-needed', {}, PLATFORM_REFUSALS);
  const role = policy?.roles.find((allowed) => allowed === actor.role);
  if (!role || (role === 'enterprise-agent' && policy?.enterprise && !actsFor(actor, parameters[policy.enterprise]))) {
    throw problem('access.not-allowed', {}, PLATFORM_REFUSALS);
  }
}

function actsFor(actor: Actor, code: string | undefined): boolean {
  const parsed = parseCreditCode(code ?? '');
  return parsed.ok && actor.enterprises.includes(parsed.value);
}
