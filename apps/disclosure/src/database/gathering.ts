/** Reads values by their keys; what there is no value for is left out. */
export type ReadMany<K, V> = (keys: K[]) => Promise<ReadonlyMap<K, V>>;

type Asked<K, V> = { key: K; answer: (value: V | undefined) => void; fail: (fault: unknown) => void };

/** While one read is answered the next one is under way; a third would only take the others' keys away. */
const MOST_UNDER_WAY = 2;
const MOST_KEYS = 100;

/**
 * Gathers the keys that are asked for within a turn of the event loop, or while two reads are under way, and reads them together.
 * Nobody waits when nothing is under way; everybody gets the value of the own key, or the fault of the read that it was part of.
 */
export class Gathering<K, V> {
  private waiting: Asked<K, V>[] = [];
  private underWay = 0;
  private isDue = false;

  constructor(private readonly readMany: ReadMany<K, V>) {}

  /** The value of a key; undefined where there is none. */
  get(key: K): Promise<V | undefined> {
    return new Promise((answer, fail) => {
      this.waiting.push({ key, answer, fail });
      if (this.isDue) return;
      this.isDue = true;
      setImmediate(() => {
        this.isDue = false;
        this.goOn();
      });
    });
  }

  private goOn(): void {
    while (this.waiting.length > 0 && this.underWay < MOST_UNDER_WAY) void this.read(this.waiting.splice(0, MOST_KEYS));
  }

  private async read(asked: readonly Asked<K, V>[]): Promise<void> {
    this.underWay += 1;
    try {
      const found = await this.readMany([...new Set(asked.map(({ key }) => key))]);
      for (const { key, answer } of asked) answer(found.get(key));
    } catch (fault) {
      for (const { fail } of asked) fail(fault);
    } finally {
      this.underWay -= 1;
      this.goOn();
    }
  }
}
