/**
 * How Node is told to run a service; together they share one small machine, and what one of them holds for long is little. A small
 * young generation and a bounded old one. In memory saver mode V8 gives back what a load left as soon as the service is at rest: by
 * itself it waits for a low rate of allocation in a heap that Node 24 never uses. That mode would also collect at each tenth of
 * growth; half as much again as lives is let grow, so that loads are not slowed down.
 */
export const NODE_FLAGS: readonly string[] = [
  '--disable-warning=TimeoutNegativeWarning',
  '--max-semi-space-size=8',
  '--max-old-space-size=256',
  '--memory-saver-mode',
  '--heap-growing-percent=50',
];

/** The same for the C library under it: threads share two arenas, and what is freed goes back to the machine. */
export const NODE_MEMORY: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };
