/** Dice that fall the same for the same seed (mulberry32), so that a run that failed can be played again. */
export class Dice {
  private constructor(private state: number) {}

  /** The dice of CHENGXIN_SEED, else new ones; prints the seed. */
  static ofThisRun(): Dice {
    const seed = process.env.CHENGXIN_SEED ? Number(process.env.CHENGXIN_SEED) : Math.floor(Math.random() * 2 ** 31);
    process.stderr.write(`CHENGXIN_SEED=${seed}\n`);
    return new Dice(seed);
  }

  /** Dice of their own for one user of these, so that what others throw at the same time changes nothing. */
  split(): Dice {
    return new Dice(this.below(2 ** 31));
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** One of the given. */
  of<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }
}
