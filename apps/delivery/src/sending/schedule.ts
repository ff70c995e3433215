const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after each failed attempt, machine time (the schedule of Standard Webhooks). */
export const WAITS_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR] as const;

/** When to try again after this many failed attempts; undefined when the last has failed. */
export function nextAttempt(failed: number, now: Date): Date | undefined {
  const wait = WAITS_MS[failed - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + wait);
}
