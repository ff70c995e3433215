const FIRST_SECONDS = 60;
const LONGEST_SECONDS = 24 * 60 * 60;

/**
 * How long to wait for missing receipts before they are asked for: one minute, then doubling, at most a day.
 * @param asked how often they were asked for already (0, 1, 2 …)
 * @returns seconds of machine time since the approval or since they were last asked for
 */
export function secondsUntilAsked(asked: number): number {
  return Math.min(FIRST_SECONDS * 2 ** asked, LONGEST_SECONDS);
}
