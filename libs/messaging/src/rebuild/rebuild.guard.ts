import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { Rebuilding } from './rebuilding.js';
import { refusalOf } from './refusals.js';

const ANSWERS = 'chengxin:answers-while-rebuilding';
const OF_THE_CONTEXT = /^\/api\/v1\/(?!operations(?:\/|$))/;

/** The route or controller answers also while copies are rebuilt, and says so itself where it matters. */
export const AnswersWhileRebuilding = (): ClassDecorator & MethodDecorator => SetMetadata(ANSWERS, true);

/** Answers 503 with `Retry-After` while copies are rebuilt, to what reads them and to what decides from them; not to the operator. */
@Injectable()
export class RebuildGuard implements CanActivate {
  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly reflector: Reflector,
    private readonly rebuilding: Rebuilding,
  ) {}

  /** Throws `rebuild.under-way` (503). */
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http' || !this.rebuilding.now) return true;
    const answers = this.reflector.getAllAndOverride<boolean | undefined>(ANSWERS, [context.getHandler(), context.getClass()]);
    if (answers || !OF_THE_CONTEXT.test(context.switchToHttp().getRequest<FastifyRequest>().url)) return true;
    throw refusalOf('rebuild.under-way', this.options.service);
  }
}
