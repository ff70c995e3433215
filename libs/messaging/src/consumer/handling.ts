import { correlation, correlationOf, isOfSurroundings, type Transaction } from '@chengxin/platform';
import type { Ready } from './decode.js';
import { whileHandling } from './handled-events.js';
import type { Parkings } from './line-up.js';
import type { Received } from './received.js';
import { wavesOf, type Call } from './waves.js';

const reasonOf = (fault: unknown): string => (fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault));

/** One event's own trace, or a new one where several are handled together. */
function traceOf(events: readonly Received[]) {
  const [event] = events;
  if (!event || events.length > 1) return correlationOf({});
  const { correlationId, traceparent, actor, id } = event;
  return { ...correlationOf({ correlationId, traceparent }), actor, causationId: id };
}

async function callHandlers({ subscription, events }: Call, tx: Transaction): Promise<void> {
  for (const { kind, call } of subscription.handlers) {
    const received = events.filter(({ due }) => due.has(kind)).map(({ event }) => event);
    if (received.length === 0) continue;
    await correlation.run(traceOf(received), () => whileHandling(received, () => call(received, tx)));
  }
}

/** Handles events wave by wave and gives them in the order applied. A fault is thrown: the batch must be rolled back. */
export async function handleBoldly(ready: readonly Ready[], tx: Transaction): Promise<Ready[]> {
  const applied: Ready[] = [];
  for (const call of wavesOf(ready)) {
    await callHandlers(call, tx);
    applied.push(...call.events);
  }
  return applied;
}

/** Runs work behind a savepoint. Gives the fault it died of, undone; a fault of the surroundings is thrown. */
async function tried(tx: Transaction, work: () => Promise<void>): Promise<unknown> {
  await tx.query('savepoint attempt');
  try {
    await work();
    await tx.query('release savepoint attempt');
    return undefined;
  } catch (fault) {
    if (isOfSurroundings(fault)) throw fault;
    await tx.query('rollback to savepoint attempt');
    return fault ?? new Error('a handler threw nothing');
  }
}

/**
 * The same after a fault: a savepoint for each call, and where a call fails, for each of its events. What fails then is parked, and
 * with it all later events of its topic and key.
 */
export async function handleCarefully(ready: readonly Ready[], tx: Transaction, parkings: Parkings): Promise<Ready[]> {
  const applied: Ready[] = [];
  for (const { subscription, events } of wavesOf(ready)) {
    const call = { subscription, events: parkings.goOn(events) };
    if (call.events.length === 0) continue;
    if ((await tried(tx, () => callHandlers(call, tx))) === undefined) applied.push(...call.events);
    else applied.push(...(await handleOneByOne(call, tx, parkings)));
  }
  return applied;
}

async function handleOneByOne({ subscription, events }: Call, tx: Transaction, parkings: Parkings): Promise<Ready[]> {
  const applied: Ready[] = [];
  for (const item of events) {
    if (parkings.goOn([item]).length === 0) continue;
    const fault = await tried(tx, () => callHandlers({ subscription, events: [item] }, tx));
    if (fault === undefined) applied.push(item);
    else parkings.park(item, reasonOf(fault));
  }
  return applied;
}
