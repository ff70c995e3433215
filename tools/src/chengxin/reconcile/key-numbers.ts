/**
 * Gives each key a small number, so that what is remembered about keys lies in plain arrays of numbers: a topic may have a million
 * of them, and several readers of it share these.
 */
export class KeyNumbers {
  private readonly numbers = new Map<string, number>();

  /** The number of a key; a new one for a key not met before. */
  of(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(key, number);
    return number;
  }
}
