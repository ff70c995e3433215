import { type Gateway } from '../../gateway/gateway.js';
import { type Entry } from './comparison.js';

/** An entry on the wire: its place, the event, its key, its number; last the type of a produced event, the handler of an applied one. */
type WireEntry = [position: string, eventId: string, key: string, sequence: number, typeOrHandler: string];

/** An entry of a journal with the type of the event (produced) or the handler (applied, `<service>:<kind>`). */
export type JournalEntry = { entry: Entry; typeOrHandler: string };

/** A page of a journal; of applied events also, by handler, the types that it takes. */
type JournalPage = { items: WireEntry[]; handled?: Record<string, string[]> };

/** What a service produced or applied on one topic, read page by page in that order. */
export class Journal {
  private after?: string;
  private handledTypes: Record<string, string[]> = {};

  constructor(
    private readonly gateway: Gateway,
    private readonly service: string,
    private readonly side: 'produced' | 'applied',
    private readonly topic: string,
  ) {}

  /** By handler, the types that it takes; known once a page of applied events was read. */
  get handled(): Record<string, string[]> {
    return this.handledTypes;
  }

  /** The next page; empty at the end, where it may be asked again for what has come since. */
  async next(): Promise<JournalEntry[]> {
    const { topic, after } = this;
    const page = await this.gateway.get<JournalPage>(`/operations/${this.service}/${this.side}`, { topic, after });
    this.handledTypes = page.handled ?? this.handledTypes;
    this.after = page.items.at(-1)?.[0] ?? after;
    return page.items.map(([, eventId, key, sequence, typeOrHandler]) => ({ entry: { eventId, key, sequence }, typeOrHandler }));
  }
}
