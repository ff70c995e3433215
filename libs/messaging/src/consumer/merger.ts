import { setImmediate } from 'node:timers/promises';
import type { Message } from './decode.js';
import { Gap } from './gaps.js';
import { Abandoned } from './batch.js';

/** Messages of one partition as the broker's client delivered them, and how to tell it how far they are done. */
export type Delivery = {
  messages: readonly Message[];
  /** Everything up to this offset is committed in the database. */
  done(offset: string): void;
  /** Reads the partition again from an offset; the rest of this delivery is void. */
  seek(gap: Gap): void;
  /** Whether the partition is still ours and the process goes on. */
  isLive(): boolean;
  /** Tells the broker that we live; throws when the partitions are being given to others. */
  heartbeat(): Promise<void>;
};

type Waiting = { delivery: Delivery; taken: number; lost: boolean; settle: () => void; fail: (error: unknown) => void };

/** About as many events as one transaction takes: its locks and its time stay small. */
const MOST_EVENTS = 1_000;
const HEARTBEAT_MS = 1_000;

/** Merges whatever partitions have waiting into one batch after the other. */
export class Merger {
  private readonly waiting = new Set<Waiting>();
  private working = false;

  /** `apply` applies messages in one transaction; it asks `abandoned` whether to go on trying. */
  constructor(private readonly apply: (messages: Message[], abandoned: () => boolean) => Promise<void>) {}

  /** Takes a delivery; resolves when it is applied, given up, or void. */
  submit(delivery: Delivery): Promise<void> {
    return new Promise((settle, fail) => {
      this.waiting.add({ delivery, taken: 0, lost: false, settle, fail });
      if (!this.working) void this.work();
    });
  }

  /** Whether nothing waits. */
  get idle(): boolean {
    return this.waiting.size === 0;
  }

  private async work(): Promise<void> {
    this.working = true;
    const heartbeat = setInterval(() => void this.beat(), HEARTBEAT_MS);
    try {
      while (this.waiting.size > 0) {
        await setImmediate();
        await this.next();
      }
    } finally {
      clearInterval(heartbeat);
      this.working = false;
    }
  }

  private async next(): Promise<void> {
    const live = [...this.waiting].filter((item) => this.isLive(item) || this.end(item));
    const share = Math.ceil(MOST_EVENTS / Math.max(1, live.length));
    const parts = live.map((item) => ({ item, messages: item.delivery.messages.slice(item.taken, item.taken + share) }));
    if (parts.length === 0) return;
    try {
      await this.apply(
        parts.flatMap(({ messages }) => messages),
        () => parts.every(({ item }) => !this.isLive(item)),
      );
      for (const { item, messages } of parts) this.progress(item, messages);
    } catch (error) {
      this.failed(error, live);
    }
  }

  private progress(item: Waiting, messages: readonly Message[]): void {
    const last = messages.at(-1);
    if (last) item.delivery.done(last.offset);
    item.taken += messages.length;
    if (item.taken >= item.delivery.messages.length) this.end(item);
  }

  private failed(error: unknown, live: Waiting[]): void {
    if (error instanceof Gap) {
      const holder = live.find(
        ({ delivery: { messages } }) => messages[0]?.topic === error.topic && messages[0].partition === error.partition,
      );
      holder?.delivery.seek(error);
      if (holder) this.end(holder);
      return;
    }
    for (const item of live) {
      this.waiting.delete(item);
      if (error instanceof Abandoned) item.settle();
      else item.fail(error);
    }
  }

  private isLive({ delivery, lost }: Waiting): boolean {
    return !lost && delivery.isLive();
  }

  private end(item: Waiting): false {
    this.waiting.delete(item);
    item.settle();
    return false;
  }

  private async beat(): Promise<void> {
    const current = [...this.waiting];
    try {
      await current[0]?.delivery.heartbeat();
    } catch {
      for (const item of current) item.lost = true;
    }
  }
}
