import { AsyncLocalStorage } from 'node:async_hooks';
import type { Received } from './received.js';

const handled = new AsyncLocalStorage<ReadonlyMap<string, Received>>();

/** Runs a handler so that what it announces finds its cause: for each message key the last of the events it was given. */
export function whileHandling<T>(events: readonly Received[], work: () => T): T {
  return handled.run(new Map(events.map((event) => [event.key, event])), work);
}

/** The event that is being handled for a message key; undefined outside of a handler, or when it was given none of that key. */
export const handledEventOf = (key: string): Received | undefined => handled.getStore()?.get(key);
