import { type KeyNumbers } from './key-numbers.js';

/** An event as a journal names it: its identifier, its key, and its number among those of its topic and key, from 1. */
export type Entry = { eventId: string; key: string; sequence: number };

/**
 * What differs between what was produced for a handler and what it applied: `missing` produced and neither applied nor parked nor given up,
 * `twice` applied again, `outOfOrder` applied behind a later one of its key, `unknown` applied and never produced.
 */
export type Difference = {
  produced: number;
  applied: number;
  missing: number;
  twice: number;
  outOfOrder: number;
  unknown: number;
  /** the first few of each, by the same names */
  examples: Partial<Record<Fault, Entry[]>>;
};

/** The ways in which a handler can differ from its producer. */
export type Fault = 'missing' | 'twice' | 'outOfOrder' | 'unknown';

const EXAMPLES = 5;

type Early = { entry: Entry; times: number };

/**
 * Compares the journal of a producer with that of one handler while both are read, side by side: only events that one of them has
 * not come to yet are held. Orders are judged as applied, nothing is sorted.
 */
export class Comparison {
  private producedCount = 0;
  private appliedCount = 0;
  private outOfOrderCount = 0;
  private readonly outOfOrder: Entry[] = [];
  private readonly outstanding = new Map<string, Entry>();
  private readonly early = new Map<string, Early>();
  private readonly lastProduced: number[] = [];
  private readonly lastApplied: number[] = [];

  constructor(
    private readonly types: ReadonlySet<string>,
    private readonly keys: KeyNumbers,
  ) {}

  /** How far the journal of the producer has been read ahead of that of the handler, in events. */
  get lead(): number {
    return this.producedCount - this.appliedCount;
  }

  /** The next entry of the producer's journal; one of a type that the handler does not take is passed over. */
  produced(entry: Entry, type: string): void {
    if (!this.types.has(type)) return;
    this.producedCount += 1;
    const key = this.keys.of(entry.key);
    this.lastProduced[key] = Math.max(this.lastProduced[key] ?? 0, entry.sequence);
    const early = this.early.get(entry.eventId);
    if (!early) this.outstanding.set(entry.eventId, entry);
    else if (early.times === 1) this.early.delete(entry.eventId);
    else early.times -= 1;
  }

  /** The next entry of the handler's journal. */
  applied(entry: Entry): void {
    this.appliedCount += 1;
    const key = this.keys.of(entry.key);
    const last = this.lastApplied[key] ?? 0;
    if (entry.sequence < last) this.note(entry);
    this.lastApplied[key] = Math.max(last, entry.sequence);
    if (this.outstanding.delete(entry.eventId)) return;
    const early = this.early.get(entry.eventId);
    if (early) early.times += 1;
    else this.early.set(entry.eventId, { entry, times: 1 });
  }

  /** The outcome once both journals are read; what is parked or given up, by event identifier, is not missing. */
  outcome(aside: ReadonlySet<string>): Difference {
    const missing = [...this.outstanding.values()].filter(({ eventId }) => !aside.has(eventId));
    const surplus = [...this.early.values()];
    const twice = surplus.filter(({ entry }) => this.wasProduced(entry));
    const unknown = surplus.filter(({ entry }) => !this.wasProduced(entry));
    const faults = { missing, twice: twice.map(entryOf), outOfOrder: this.outOfOrder, unknown: unknown.map(entryOf) };
    return {
      produced: this.producedCount,
      applied: this.appliedCount,
      missing: missing.length,
      twice: sumOf(twice),
      outOfOrder: this.outOfOrderCount,
      unknown: sumOf(unknown),
      examples: Object.fromEntries(
        Object.entries(faults).flatMap(([fault, entries]) => (entries.length > 0 ? [[fault, entries.slice(0, EXAMPLES)]] : [])),
      ),
    };
  }

  /** The numbers of a key have no gaps: one up to the last produced has been used by its producer. */
  private wasProduced({ key, sequence }: Entry): boolean {
    return sequence <= (this.lastProduced[this.keys.of(key)] ?? 0);
  }

  private note(entry: Entry): void {
    this.outOfOrderCount += 1;
    if (this.outOfOrder.length < EXAMPLES) this.outOfOrder.push(entry);
  }
}

const entryOf = ({ entry }: Early): Entry => entry;
const sumOf = (surplus: readonly Early[]): number => surplus.reduce((sum, { times }) => sum + times, 0);
