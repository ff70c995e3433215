import { ANNOUNCING_SERVICES } from '@chengxin/contracts';
import { type Gateway } from './gateway.js';

/** What a service says when asked whether it is at rest: outbox empty, nothing to consume, nothing due; if not, why. */
type Rest = { idle: boolean; reasons: string[]; progress: string };

/** One round of asking everybody: which service waits for what, and a text that changes whenever anything was consumed. */
export type HouseRest = { busy: string[]; progress: string };

/** Asks every service, as an administrator, whether it is at rest. */
export async function houseRest(gateway: Gateway): Promise<HouseRest> {
  const rests = await Promise.all(ANNOUNCING_SERVICES.map((service) => gateway.get<Rest>(`/operations/${service}/idle`)));
  return {
    busy: rests.flatMap(({ idle, reasons }, i) => (idle ? [] : [`${ANNOUNCING_SERVICES[i]} (${reasons.join(', ')})`])),
    progress: rests.map(({ progress }) => progress).join(' '),
  };
}

/** Whether nothing is under way anywhere: two rounds in a row at rest, with nothing consumed between them. */
export function isCalm(before: HouseRest | undefined, now: HouseRest): boolean {
  return now.busy.length === 0 && before?.busy.length === 0 && before.progress === now.progress;
}
