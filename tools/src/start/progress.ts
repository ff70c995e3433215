const PLAIN_EVERY = 3_000;

/**
 * Hands on lines of progress to `show`: on a terminal each new one, elsewhere (where every line stays) at most one in three
 * seconds.
 */
export function progress(show: (line: string) => void, isTerminal: boolean): (line: string) => void {
  let last = '';
  let shownAt = 0;
  return (line) => {
    const tooSoon = !isTerminal && Date.now() - shownAt < PLAIN_EVERY;
    if (line === last || tooSoon) return;
    last = line;
    shownAt = Date.now();
    show(line);
  };
}
