const PARENT_CHECK = 500;

/**
 * Calls `stop` once and ends the process: at Ctrl-C, SIGTERM, SIGHUP, or when the program that started this one (npm, or
 * the older Node that handed over) is gone. Gives whether that has begun.
 */
export function untilStopped(stop: () => Promise<void>): () => boolean {
  let stopping = false;
  const once = (why: string) => {
    if (stopping) return;
    stopping = true;
    console.log(`\n${why}: stopping`);
    void stop().then(
      () => process.exit(0),
      (fault: Error) => {
        console.error(fault.message);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => once('Ctrl-C'));
  process.on('SIGTERM', () => once('SIGTERM'));
  process.on('SIGHUP', () => once('the terminal is gone'));
  if (process.env.CHENGXIN_PARENT || process.env.npm_lifecycle_event) watchParent(once);
  return () => stopping;
}

function watchParent(gone: (why: string) => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && gone('the program that started this one is gone'), PARENT_CHECK).unref();
}
