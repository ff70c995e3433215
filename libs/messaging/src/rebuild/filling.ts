import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Transaction } from '@chengxin/platform';
import { decode, type Decoded, type Message } from '../consumer/decode.js';
import { EventServer } from '../consumer/event-server.js';
import { handleCarefully } from '../consumer/handling.js';
import { lineUp, Parkings } from '../consumer/line-up.js';
import { Inbox } from '../inbox/inbox.js';
import type { MessageToPark } from '../parking/parked-message.js';
import { RebuildRows, type RebuildRow } from './rebuild-rows.js';

/** Some messages of one partition, in order. */
export type Part = readonly [Message, ...Message[]];

/** An event that was consumed cannot be applied anew: the rebuild ends and the copies stay. */
export class NotRebuilt extends Error {}

/** Applies events that were consumed before to the tables beside the copies, by the handlers that fill copies and by these alone. */
@Injectable()
export class Filling {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: RebuildRows,
    private readonly inbox: Inbox,
    private readonly server: EventServer,
  ) {}

  /**
   * Applies messages of one partition in one transaction, with how far it is read; what was reached, lies beyond the end or is parked
   * is left out. Gives the rebuild as it is then; undefined when it is not open any more. Throws `NotRebuilt` and faults of the
   * surroundings.
   */
  apply(id: string, messages: Part): Promise<RebuildRow | undefined> {
    const [{ topic, partition }] = messages;
    return inTransaction(this.dataSource, async (tx) => {
      const row = await this.rows.lock(tx, id);
      if (!row) return undefined;
      const [end, reached] = [row.ends, row.reached].map((offsets) => BigInt(offsets[topic]?.[partition] ?? '0')) as [bigint, bigint];
      const wanted = messages.filter((message) => BigInt(message.offset) >= reached && BigInt(message.offset) < end);
      const last = wanted.at(-1);
      if (!last) return row;
      const next = (BigInt(last.offset) + 1n).toString();
      await this.rows.stepAside(tx);
      const applied = await this.fill(tx, wanted, await this.rows.aside(tx, topic, partition));
      await this.rows.reach(tx, id, { topic, partition, next }, applied);
      return {
        ...row,
        applied: row.applied + applied.length,
        reached: { ...row.reached, [topic]: { ...row.reached[topic], [partition]: next } },
      };
    });
  }

  private async fill(tx: Transaction, messages: readonly Message[], aside: ReadonlySet<string>): Promise<string[]> {
    const batch = messages
      .filter(({ offset }) => !aside.has(offset))
      .map((message) => forCopies(decode(message, this.server.subscriptions)));
    const opened = { ...(await this.inbox.open(tx, batch)), isParked: () => false, nextOffset: () => 0n };
    const parkings = new Parkings(opened);
    const applied = await handleCarefully(lineUp(batch, opened, parkings), tx, parkings);
    const [poison] = parkings.messages;
    if (poison) throw new NotRebuilt(reasonOf(poison));
    await this.inbox.close(tx, applied, []);
    return applied.map(({ event }) => event.id);
  }
}

const reasonOf = ({ message: { topic, partition, offset }, type, reason }: MessageToPark): string =>
  `${type ?? 'a message'} (${topic}/${partition}@${offset}): ${reason}`;

/** What nobody copies is skipped. */
function forCopies(item: Decoded): Decoded {
  if (item.state !== 'ready') return item;
  return item.due.has('on') ? { ...item, due: new Set(['on' as const]) } : { state: 'skipped', message: item.message };
}
