import { type LocalDate } from '@chengxin/kernel';
import { Counts, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { feedEventOf } from './feed-event.js';
import { type FeedEntry } from './hand-on.js';

/** Which part of the feed: behind a position, of these types, about one subject; at most so many. */
export type FeedPart = { after: number; types?: readonly string[]; subject?: string; limit: number; on: LocalDate };

/** A part of the feed, and the last position there is, both of one moment. */
export type FoundPart = { entries: FeedEntry[]; head: number };

/** An entry that was written. */
export type WrittenEntry = { position: number; eventId: string };

const LOCK = `select pg_advisory_xact_lock(hashtextextended('chengxin.delivery.feed', 42))`;
const HEAD = `select coalesce(max(position), 0)::double precision as head from entries`;

const APPEND = `
  insert into entries (position, event_id, type, key, subject, record_id, event)
  select (select coalesce(max(position), 0) from entries) + n, id, type, key, subject, "recordId", event
    from rows from (json_to_recordset($1::json) as (id uuid, type text, key text, subject text, "recordId" uuid, event json))
      with ordinality as e (id, type, key, subject, "recordId", event, n)
  returning position::double precision, event_id as "eventId"`;

/** SQL: whether what the record `r` says is still handed to departments on the day `$n`; one that is not known is not. */
export const isShared = (on: string): string =>
  `coalesce(not r.ended and coalesce(r.shared_until, 'infinity') >= ${on}::date and r.source_unit_code is not null, false)`;

const PART = `
  select (${HEAD}) as head, coalesce(json_agg(p order by p.position), '[]') as entries
    from (select e.position, e.event, r.source_unit_code as "sourceUnit", r.openness, ${isShared('$5')} as shared
            from entries e left join records r on r.record_id = e.record_id
           where e.position > $1::bigint and ($2::text[] is null or e.type = any($2)) and ($3::text is null or e.subject = $3)
           order by e.position limit $4) p`;

/** The entries of the feed. */
@Injectable()
export class EntriesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes the one lock of the feed until the transaction ends, after the locks of its keys: positions are then in the order of
   * commit, and whoever sees a position sees all before it. Gives the last position.
   */
  async lock(tx: Transaction): Promise<number> {
    await tx.query(LOCK);
    return (await tx.query<[{ head: number }]>(HEAD))[0].head;
  }

  /** Writes events behind the last entry, in the order given. The feed must be locked. */
  async append(tx: Transaction, events: readonly Received[]): Promise<WrittenEntry[]> {
    const rows = events.map((received) => {
      const event = feedEventOf(received);
      const { recordId } = received.data as { recordId?: string };
      return { id: event.id, type: event.type, key: received.key, subject: event.subject, recordId, event };
    });
    return tx.query<WrittenEntry[]>(APPEND, [JSON.stringify(rows)]);
  }

  /** A part of the feed in the order of positions. */
  async part({ after, types, subject, limit, on }: FeedPart): Promise<FoundPart> {
    const [found] = await this.dataSource.query<[FoundPart]>(PART, [after, types ?? null, subject ?? null, limit, on]);
    return found;
  }

  @Counts('entries')
  async count(): Promise<number> {
    return (await this.dataSource.query<[{ head: number }]>(HEAD))[0].head;
  }
}
