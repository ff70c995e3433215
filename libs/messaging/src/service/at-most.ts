import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for work to end, in whatever way, but no longer than `ms`: a process that ends waits for nobody for ever. */
export async function atMost(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  await Promise.race([work?.catch(() => undefined), sleep(ms, undefined, { ref: false })]);
}
