import { type Gateway } from '../../gateway/gateway.js';
import { Comparison, type Difference } from './comparison.js';
import { Journal, type JournalEntry } from './journal.js';
import { type KeyNumbers } from './key-numbers.js';

/** What one kind of handler of a consumer has applied of a topic, compared. */
export type Handled = Difference & { kind: string };

/** A service that listens to a topic: what it applied, compared handler by handler with what is produced. */
export class Consumer {
  private readonly journal: Journal;
  private readonly comparisons = new Map<string, Comparison>();

  constructor(
    gateway: Gateway,
    readonly service: string,
    topic: string,
    private readonly keys: KeyNumbers,
  ) {
    this.journal = new Journal(gateway, service, 'applied', topic);
  }

  /** Reads the first page, and with it which handlers there are and what they take. */
  async begin(): Promise<void> {
    const page = await this.journal.next();
    for (const [handler, types] of Object.entries(this.journal.handled)) {
      this.comparisons.set(handler, new Comparison(new Set(types), this.keys));
    }
    this.take(page);
  }

  /** Takes a page of what was produced. */
  produced(page: readonly JournalEntry[]): void {
    for (const comparison of this.comparisons.values()) {
      for (const { entry, typeOrHandler } of page) comparison.produced(entry, typeOrHandler);
    }
  }

  /** Reads as far as what was produced so far, so that neither journal runs far ahead of the other. */
  async catchUp(): Promise<void> {
    while (this.lead > 0 && this.take(await this.journal.next()) > 0);
  }

  /** Reads to the end. */
  async finish(): Promise<void> {
    while (this.take(await this.journal.next()) > 0);
  }

  /** The outcome for each kind of handler, or for `none`; `aside` are the events of the topic that are parked here or given up. */
  outcome(aside: ReadonlySet<string>): Handled[] {
    if (this.comparisons.size === 0) this.comparisons.set(`${this.service}:none`, new Comparison(new Set(), this.keys));
    return [...this.comparisons].map(([handler, comparison]) => ({
      kind: handler.slice(handler.indexOf(':') + 1),
      ...comparison.outcome(aside),
    }));
  }

  private get lead(): number {
    return [...this.comparisons.values()].reduce((sum, { lead }) => sum + lead, 0);
  }

  private take(page: readonly JournalEntry[]): number {
    for (const { entry, typeOrHandler } of page) this.comparisons.get(typeOrHandler)?.applied(entry);
    return page.length;
  }
}
