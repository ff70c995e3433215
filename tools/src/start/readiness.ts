import { setTimeout as sleep } from 'node:timers/promises';

/** What is waited for: whose answer, at which address, how often it has been started again. */
export type Awaited = { name: string; url: string; restarts: () => number };

const PATIENCE = 120_000;
const GIVE_UP_AFTER = 4;

/**
 * Waits until all of them answer 200, telling `report` which are still missing. Gives the names of those that will not:
 * started again four times, or silent for two minutes.
 */
export async function whenReady(awaited: readonly Awaited[], report: (missing: string[]) => void): Promise<string[]> {
  let missing = [...awaited];
  for (const until = Date.now() + PATIENCE; missing.length > 0 && Date.now() < until; await sleep(100)) {
    const answers = await Promise.all(missing.map(async (one) => ((await answers200(one.url)) ? [] : [one])));
    missing = answers.flat();
    if (missing.length > 0) report(missing.map(({ name }) => name));
    const hopeless = missing.filter(({ restarts }) => restarts() >= GIVE_UP_AFTER);
    if (hopeless.length > 0) return hopeless.map(({ name }) => name);
  }
  return missing.map(({ name }) => name);
}

async function answers200(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
