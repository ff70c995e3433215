import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock.js';
import { LawInForce } from '../law/law-in-force.js';
import { ANYONE } from './actor.js';
import { Look, type RequestWithLook } from './look.js';
import { NOT_PUBLIC, type WithoutPurpose } from './not-public.decorator.js';
import { statedPurpose } from './stated-purpose.js';

type Request = FastifyRequest & RequestWithLook;

/** Reads why somebody looks at what is not public, after AccessGuard has said who it is. */
@Injectable()
export class PurposeGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly lawInForce: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** Throws 400 for headers that state nothing sound, `access.purpose-needed` (403) where nothing is shown without a purpose. */
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const without = this.reflector.getAllAndOverride<WithoutPurpose | undefined>(NOT_PUBLIC, [context.getHandler(), context.getClass()]);
    if (!without) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const { actor = ANYONE } = request;
    const { law } = this.lawInForce;
    const on = this.clock.today();
    const look = new Look(actor, statedPurpose(request.headers, actor, law, on), () => law.purposes(actor.role, on));
    if (without === 'nothing' && actor.role !== 'enterprise-agent') look.demandPurpose(); // an agent's policy binds it to its own
    request.look = look;
    return true;
  }
}
