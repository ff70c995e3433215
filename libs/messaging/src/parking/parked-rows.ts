import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lock, type Transaction } from '@chengxin/platform';
import { RebuildGate } from '../rebuild/rebuild-gate.js';

/** A parked message as an operator sees it in a list. */
export type ParkedEvent = {
  id: string;
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  eventId: string | null;
  type: string | null;
  reason: string;
  attempts: number;
  parkedAt: Date;
};

/** A parked message with its bytes. */
export type ParkedRow = ParkedEvent & { position: string; value: Buffer | null };

/** The events of one key in one topic that wait for one another; one without a key is a line of its own. */
export type Line = { topic: string; key: string | null; upTo: string };

/** A parked message that was given up. */
export type DiscardedEvent = Omit<ParkedEvent, 'attempts' | 'parkedAt'> & { because: string; by: string; discardedAt: Date };

const NO_END = '9223372036854775807';
const COLUMNS = `id, topic, partition, at_offset::text as "offset", key, event_id as "eventId", type, reason, attempts,
                 parked_at as "parkedAt", position::text`;

const DISCARD = `
  with given_up as (delete from parked_events where id = $1 returning *)
  insert into discarded_events (id, topic, partition, at_offset, key, event_id, type, value, reason, because, by)
  select id, topic, partition, at_offset, key, event_id, type, value, reason, $2, $3 from given_up returning id`;

/** The rows of `parked_events`, and of `discarded_events` where those end that were given up. */
@Injectable()
export class ParkedRows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: RebuildGate,
  ) {}

  /** A page of the list, first parked first. */
  list(limit: number, after = '0'): Promise<(ParkedEvent & { position: string })[]> {
    return this.dataSource.query(`select ${COLUMNS} from parked_events where position > $1 order by parked_events.position limit $2`, [
      after,
      limit,
    ]);
  }

  /** One message with its bytes; undefined when it is not parked. */
  async find(id: string): Promise<ParkedRow | undefined> {
    const [row] = await this.dataSource.query<ParkedRow[]>(`select ${COLUMNS}, value from parked_events where id = $1`, [id]);
    return row;
  }

  /** How many are parked, by topic. */
  async count(): Promise<Record<string, number>> {
    const rows = await this.dataSource.query<{ topic: string; n: number }[]>(
      `select topic, count(*)::integer as n from parked_events group by topic`,
    );
    return Object.fromEntries(rows.map(({ topic, n }) => [topic, n]));
  }

  /** All lines, those parked first before others; a line with a key has no end, so that what comes meanwhile is in it. */
  lines(): Promise<Line[]> {
    return this.dataSource.query(
      `select topic, key, "upTo"
         from (select topic, key, min(position) as first, '${NO_END}' as "upTo" from parked_events where key is not null group by topic, key
               union all select topic, key, position, position::text from parked_events where key is null) lines
        order by first`,
    );
  }

  /**
   * Locks the keys and gives the first messages of a line. Must be the first statement of its transaction. Throws `rebuild.under-way`:
   * what a rebuild leaves out must stay parked meanwhile.
   */
  async head(tx: Transaction, { topic, key, upTo }: Line, most: number, ...alsoLocked: string[]): Promise<ParkedRow[]> {
    await this.gate.pass(tx);
    await lock(tx, ...(key === null ? [] : [key]), ...alsoLocked);
    const ofLine = key === null ? `key is null and position = $2` : `key = $4 and position <= $2`;
    const values = [topic, upTo, most, ...(key === null ? [] : [key])];
    return tx.query(
      `select ${COLUMNS}, value from parked_events where topic = $1 and ${ofLine} order by parked_events.position limit $3`,
      values,
    );
  }

  /** Removes messages that are done. */
  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(`delete from parked_events where id = any($1::uuid[])`, [ids]);
  }

  /** Moves a message to those given up. Gives whether it was still parked. */
  async discard(tx: Transaction, { id, because, by }: { id: string; because: string; by: string }): Promise<boolean> {
    return (await tx.query<unknown[]>(DISCARD, [id, because, by])).length > 0;
  }

  /** All that was given up, first given up first. */
  discarded(): Promise<DiscardedEvent[]> {
    return this.dataSource.query(
      `select id, topic, partition, at_offset::text as "offset", key, event_id as "eventId", type, reason, because, by, discarded_at as "discardedAt"
         from discarded_events order by discarded_at, id`,
    );
  }

  /** Notes that a message was tried in vain, and why. */
  async failed(tx: Transaction, id: string, reason: string): Promise<void> {
    await tx.query(`update parked_events set attempts = attempts + 1, reason = $2 where id = $1`, [id, reason.replaceAll('\0', '�')]);
  }
}
