/**
 * How Node is told to run a service; together they share one small machine, and what one of them holds for long is little. A small
 * young generation and a bounded old one, which may grow by half before it is collected again, so that loads are not slowed down.
 * The service collects by itself once it is at rest.
 */
export const NODE_FLAGS: readonly string[] = [
  '--disable-warning=TimeoutNegativeWarning',
  '--max-semi-space-size=8',
  '--max-old-space-size=384',
  '--heap-growing-percent=50',
  '--expose-gc',
];

/** The same for the C library under it: threads share two arenas, and what is freed goes back to the machine. */
export const NODE_MEMORY: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };
