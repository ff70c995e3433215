import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until `check` gives something true (anything but undefined, null and false) without throwing, and gives it.
 * Asks every 50 ms; after `timeout` milliseconds it fails with `description` ("the rating of X to become B") and the last fault.
 */
export async function eventually<T>(check: () => T | Promise<T>, description: string, timeout = 15_000): Promise<NonNullable<T>> {
  const until = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      last = undefined;
      const found = await check();
      if (found !== undefined && found !== null && found !== false) return found as NonNullable<T>;
    } catch (fault) {
      last = fault;
    }
    if (Date.now() >= until) break;
    await sleep(50);
  }
  const because = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`waited ${timeout / 1000} s for ${description}${because}`, { cause: last });
}
