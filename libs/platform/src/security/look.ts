import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type PurposeEntry, type Reader, withoutPurpose } from '@chengxin/law';
import { PLATFORM_REFUSALS } from '../problems/platform-refusals.js';
import { problem } from '../problems/refused-problem.js';
import { type Actor, readerOf, type RequestWithActor } from './actor.js';

/** Why somebody looks, and in which case of its own. */
export type StatedPurpose = { purpose: PurposeEntry; caseNumber: string };

/** How somebody looks: who it is, and the purpose and case number where these were stated. */
export class Look {
  constructor(
    readonly actor: Actor,
    readonly stated: StatedPurpose | undefined,
    private readonly open: () => readonly PurposeEntry[],
  ) {}

  /** The law's reader of what is held about one enterprise; without a purpose it is given what is public and its own. */
  readerOf(creditCode: string): Reader {
    const reader = readerOf(this.actor, creditCode);
    return this.stated ? reader : withoutPurpose(reader);
  }

  /** What was stated. Throws `access.purpose-needed` (403, with the purposes that are open to the reader) when nothing was. */
  demandPurpose(): StatedPurpose {
    if (this.stated) return this.stated;
    const purposes = this.open().map(({ code, name }) => ({ code, ...name }));
    throw problem('access.purpose-needed', { purposes }, PLATFORM_REFUSALS);
  }
}

/** A request to a route that shows what is not public. */
export interface RequestWithLook extends RequestWithActor {
  look?: Look;
}

/** Gives the method of a route with `@NotPublic` how its caller looks. */
export const CurrentLook = createParamDecorator((_: unknown, context: ExecutionContext): Look => {
  const { look } = context.switchToHttp().getRequest<RequestWithLook>();
  if (!look) throw new Error('a route that shows what is not public says so with @NotPublic');
  return look;
});
