import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `check` gives true; fails with what was waited for after `ms`. */
export async function eventually(check: () => boolean | Promise<boolean>, description: string, ms = 20_000): Promise<void> {
  const until = Date.now() + ms;
  while (!(await check())) {
    if (Date.now() > until) throw new Error(`waited ${ms / 1000} s for ${description}`);
    await sleep(50);
  }
}
