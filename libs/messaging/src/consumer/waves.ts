import type { Ready } from './decode.js';
import type { Subscription } from './subscriptions.js';

/** Events of one type whose order among their own key and topic allows that they are handled together. */
export type Call = { subscription: Subscription; events: Ready[] };

type Line = { type: string; wave: number };

/**
 * Sorts events into calls. Each key's events of one topic fall into runs of one type; the n-th runs of all keys make the n-th wave,
 * and within a wave the events of one type make a call. Called in this order, each key's events of a topic keep their order.
 */
export function wavesOf(ready: readonly Ready[]): Call[] {
  const lines = new Map<string, Line>();
  const waves: Map<string, Call>[] = [];
  for (const item of ready) {
    const { topic, key, type } = item.event;
    const line = lines.get(`${topic}\n${key}`) ?? { type, wave: 0 };
    if (line.type !== type) line.wave += 1;
    line.type = type;
    lines.set(`${topic}\n${key}`, line);
    const wave = (waves[line.wave] ??= new Map<string, Call>());
    const call = wave.get(type) ?? { subscription: item.subscription, events: [] };
    call.events.push(item);
    wave.set(type, call);
  }
  return waves.flatMap((wave) => [...wave.values()]);
}
