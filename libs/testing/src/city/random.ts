/** A stream of pseudo-random choices that its seed alone decides, so that the city comes out the same on every machine. */
export interface Random {
  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number;
  /** True in about `share` (0 to 1) of the calls. */
  chance(share: number): boolean;
  /** One of the choices; throws a RangeError when there is none. */
  pick<T>(choices: readonly T[]): T;
  /** One of the choices, each as often as its weight says; throws a RangeError when there is none. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T;
}

/** A stream of its own for the text: two different texts give streams that have nothing to do with each other (mulberry32). */
export function random(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    chance: (share) => next() < share,
    pick: (choices) => present(choices[below(choices.length)]),
    weighted: (choices) => {
      let rest = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      return present(choices.find(([weight]) => (rest -= weight) < 0) ?? choices.at(-1))[1];
    },
  };
}

/** FNV-1a over the text's UTF-16 units, then mixed. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return value ^ (value >>> 13);
}

function present<T>(choice: T | undefined): T {
  if (choice === undefined) throw new RangeError('nothing to choose from');
  return choice;
}
