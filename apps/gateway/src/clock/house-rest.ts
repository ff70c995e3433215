import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UPSTREAMS, type Upstream } from '../routing/routing-table.js';
import { ServicesClient } from '../services/services.client.js';

/** As much of a service's answer to *are you idle* as matters here. */
type Idleness = { idle: boolean; reasons: string[]; nextDue?: string; progress: string; offsetSeconds: number };

/** One round of asking everybody. */
type Round = { busy: string[]; progress: string; nextDue?: Date };

const ASK_EVERY_MS = 20;
const PATIENCE_MS = 60_000;

/** Knows when the whole house has come to rest at a business time. */
@Injectable()
export class HouseRest {
  constructor(private readonly services: ServicesClient) {}

  /**
   * Waits until every service has heard of this offset and says twice running that it is idle, with nothing consumed in between, so
   * that nothing is under way from one to another. Gives the next moment at which something falls due anywhere. `authorization` is
   * the administrator's. Throws when `ended` says so, when the token no longer holds, or when a minute has passed without progress.
   */
  async reached(offsetSeconds: number, authorization: string, ended: AbortSignal): Promise<Date | undefined> {
    let [before, since] = [undefined as Round | undefined, performance.now()];
    for (;;) {
      ended.throwIfAborted();
      const round = await this.ask(offsetSeconds, authorization);
      if (round.busy.length === 0 && before?.busy.length === 0 && round.progress === before.progress) return round.nextDue;
      if (round.progress !== before?.progress) since = performance.now();
      if (performance.now() - since > PATIENCE_MS) throw new Error(`not at rest: ${round.busy.join('; ')}`);
      if (round.busy.length > 0) await sleep(ASK_EVERY_MS);
      before = round;
    }
  }

  private async ask(offsetSeconds: number, authorization: string): Promise<Round> {
    const answers = await Promise.all(UPSTREAMS.map((service) => this.idleness(service, authorization)));
    const due = answers.flatMap(({ nextDue }) => (nextDue ? [Date.parse(nextDue)] : []));
    return {
      busy: answers.flatMap((answer, i) => reasonsOf(answer, offsetSeconds).map((reason) => `${UPSTREAMS[i]}: ${reason}`)),
      progress: answers.map(({ progress }) => progress).join(' '),
      ...(due.length > 0 && { nextDue: new Date(Math.min(...due)) }),
    };
  }

  private async idleness(service: Upstream, authorization: string): Promise<Idleness> {
    const unknown = (reason: string): Idleness => ({ idle: false, reasons: [reason], progress: '?', offsetSeconds: 0 });
    const answer = await this.services.get(service, '/api/v1/operations/idle', authorization).catch((error: Error) => error);
    if (answer instanceof Error) return unknown(answer.message);
    if (answer.status === 401 || answer.status === 403) throw new Error(`the token no longer holds at ${service}`);
    return answer.status === 200 ? (answer.body as Idleness) : unknown(`answered ${answer.status}`);
  }
}

function reasonsOf({ idle, reasons, offsetSeconds }: Idleness, wanted: number): string[] {
  if (!idle) return reasons;
  return offsetSeconds === wanted ? [] : ['it has not heard of the business time'];
}
