import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, isOfSurroundings, type Transaction } from '@chengxin/platform';
import { decode, type Decoded } from '../consumer/decode.js';
import { EventServer } from '../consumer/event-server.js';
import { handleCarefully } from '../consumer/handling.js';
import { lineUp, Parkings } from '../consumer/line-up.js';
import { Inbox } from '../inbox/inbox.js';
import { BEHIND } from './parked-message.js';
import { ParkedRows, type Line, type ParkedRow } from './parked-rows.js';

const MOST_AT_ONCE = 500;
const MOST_TRIES = 10;
const PAUSE_MS = 200;

/** What a part of a replay did: events applied, and whether one failed again so that the rest of its line waits on. */
export type Replayed = { applied: number; stuck: boolean };

/** Told in the transaction of each part how many events it applied. */
export type Announce = (tx: Transaction, count: number) => Promise<void>;

/**
 * Applies a parked line in its order. While it has rows, what arrives for its key is parked behind them; each part holds the key's
 * lock, so the last part leaves nothing between the line and the flow.
 */
@Injectable()
export class Replay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: ParkedRows,
    private readonly inbox: Inbox,
    private readonly server: EventServer,
  ) {}

  /**
   * Replays a line up to its given end, in parts of 500, until it is through or an event fails again. `lockToo` is locked with its key.
   * Throws `rebuild.under-way`.
   */
  async line(line: Line, lockToo: string, announce: Announce): Promise<number> {
    let total = 0;
    for (;;) {
      const { applied, stuck, more } = await this.patiently(() => this.part(line, lockToo, announce));
      total += applied;
      if (stuck || !more) return total;
    }
  }

  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await work();
      } catch (fault) {
        if (tries === MOST_TRIES || !isOfSurroundings(fault)) throw fault;
        await sleep(PAUSE_MS * tries);
      }
    }
  }

  private part(line: Line, lockToo: string, announce: Announce): Promise<Replayed & { more: boolean }> {
    return inTransaction(this.dataSource, async (tx) => {
      const rows = await this.rows.head(tx, line, MOST_AT_ONCE, lockToo);
      const parkings = await this.handle(tx, rows);
      const waiting = new Map(parkings.messages.map(({ message, reason }) => [`${message.partition}@${message.offset}`, reason]));
      const done = rows.filter((row) => !waiting.has(`${row.partition}@${row.offset}`));
      await this.rows.remove(
        tx,
        done.map(({ id }) => id),
      );
      for (const row of rows) {
        const reason = waiting.get(`${row.partition}@${row.offset}`);
        if (reason !== undefined && reason !== BEHIND) await this.rows.failed(tx, row.id, reason);
      }
      if (done.length > 0) await announce(tx, done.length);
      return { applied: done.length, stuck: waiting.size > 0, more: rows.length === MOST_AT_ONCE };
    });
  }

  private async handle(tx: Transaction, rows: readonly ParkedRow[]): Promise<Parkings> {
    const batch = rows.map((row) => this.decode(row));
    const opened = { ...(await this.inbox.open(tx, batch)), isParked: () => false, nextOffset: () => 0n };
    const parkings = new Parkings(opened);
    const applied = await handleCarefully(lineUp(batch, opened, parkings), tx, parkings);
    await this.inbox.close(tx, applied, []);
    return parkings;
  }

  private decode({ topic, partition, offset, key, value }: ParkedRow): Decoded {
    const bytes = key === null ? null : Buffer.from(key);
    return decode({ topic, partition, offset, key: bytes, value }, this.server.subscriptions);
  }
}
