/**
 * How Node is told to run a service: a small young generation, and an old one that is cleaned rather than let grow. Together the
 * services share one small machine; what one of them holds for long is little, and passes in batches.
 */
export const NODE_FLAGS: readonly string[] = [
  '--disable-warning=TimeoutNegativeWarning',
  '--max-semi-space-size=8',
  '--max-old-space-size=256',
];

/** The same for the C library under it: threads share two arenas, and what is freed goes back to the machine. */
export const NODE_MEMORY: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };
