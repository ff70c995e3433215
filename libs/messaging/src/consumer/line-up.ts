import type { OpenedBatch } from '../inbox/inbox.js';
import { BEHIND, type MessageToPark } from '../parking/parked-message.js';
import type { Decoded, Ready, Unreadable } from './decode.js';

/** The keys parked while a batch is worked on, and what is to be parked with them. */
export class Parkings {
  readonly messages: MessageToPark[] = [];
  private readonly keys = new Set<string>();

  constructor(private readonly opened: Pick<OpenedBatch, 'isParked'>) {}

  /** Whether events of a topic and key must wait. */
  holds(topic: string, key: string): boolean {
    return this.keys.has(`${topic}\n${key}`) || this.opened.isParked(topic, key);
  }

  /** Parks an event, and with it all later ones of its topic and key. */
  park({ message, event: { key, id, type } }: Ready, reason: string): void {
    this.messages.push({ message, key, eventId: id, type, reason });
    this.keys.add(`${message.topic}\n${key}`);
  }

  /** Parks a message that cannot be read; without a key it holds up nobody. */
  parkUnreadable({ message, key, eventId, type, reason }: Unreadable): void {
    this.messages.push({ message, key, eventId, type, reason });
    if (key !== undefined) this.keys.add(`${message.topic}\n${key}`);
  }

  /** Of these events those that may go on; the others are parked behind what is parked already. */
  goOn(events: readonly Ready[]): Ready[] {
    return events.filter((item) => {
      const held = this.holds(item.event.topic, item.event.key);
      if (held) this.park(item, BEHIND);
      return !held;
    });
  }
}

/** The event without the kinds of handler that have applied it; undefined when all have. */
function stillDue(item: Ready, opened: OpenedBatch): Ready | undefined {
  const due = new Set([...item.due].filter((kind) => !opened.isApplied(kind, item.event.id)));
  return due.size > 0 ? { ...item, due } : undefined;
}

/**
 * Lines up a batch in the order in which it came: what was consumed, applied or comes twice is dropped, what cannot be read or must
 * wait goes to `parkings`, and the rest is given back to be handled.
 */
export function lineUp(batch: readonly Decoded[], opened: OpenedBatch, parkings: Parkings): Ready[] {
  const seen = new Set<string>();
  const ready: Ready[] = [];
  for (const item of batch) {
    const { topic, partition, offset } = item.message;
    if (item.state === 'skipped' || BigInt(offset) < opened.nextOffset(topic, partition)) continue;
    if (item.state === 'unreadable') {
      parkings.parkUnreadable(item);
      continue;
    }
    const due = seen.has(item.event.id) ? undefined : stillDue(item, opened);
    seen.add(item.event.id);
    if (due) ready.push(...parkings.goOn([due]));
  }
  return ready;
}
