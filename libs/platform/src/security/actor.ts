import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Reader, Role } from '@chengxin/law';

/** Who asks: a person or machine client with a valid token, or the public. */
export interface Actor {
  /** The token's subject; `anonymous` without a token. */
  subject: string;
  name?: string;
  role: Role | 'public';
  /** Credit code of the person's unit. */
  unit?: string;
  areas: string[];
  /** Credit codes of the enterprises the person may act for. */
  enterprises: string[];
}

/** The public: who comes without a token. */
export const ANYONE: Actor = { subject: 'anonymous', role: 'public', areas: [], enterprises: [] };

/** A request that passed the guard. */
export interface RequestWithActor {
  actor?: Actor;
}

/** Gives a controller's method the Actor. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<RequestWithActor>().actor ?? ANYONE,
);

/** The actor as the law's reader of what is held about one enterprise. */
export function readerOf(actor: Actor, creditCode: string): Reader {
  const { role, unit, enterprises } = actor;
  return { role, enterprises, subject: creditCode, ...(unit ? { unit } : {}) };
}
