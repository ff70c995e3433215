import { type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EntryRow } from './entry.row.js';

/** What a reader narrows the log down to; all of it when nothing is said. */
export type Narrowing = { key?: string; type?: string; correlationId?: string };

/** Taken after the locks of the batch's keys by everyone who appends, so that positions have no gap and become visible in order. */
const APPENDING = `select pg_advisory_xact_lock(hashtextextended('audit.entries', 42))`;

const APPEND = `
  insert into entries (position, event_id, type, source, key, sequence, actor, correlation_id, causation_id, said_at, data)
  select (select coalesce(max(position), 0) from entries) + n, id, type, source, key, sequence, actor, "correlationId", "causationId", time, data
    from rows from (jsonb_to_recordset($1::jsonb) as (id uuid, type text, source text, key text, sequence bigint, actor text,
         "correlationId" text, "causationId" text, time timestamptz, data jsonb)) with ordinality
         as e (id, type, source, key, sequence, actor, "correlationId", "causationId", time, data, n)
   order by n`;

/** The log. */
@Injectable()
export class EntriesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Appends events in the order given. */
  async append(tx: Transaction, events: readonly Received[]): Promise<void> {
    await tx.query(APPENDING);
    await tx.query(APPEND, [JSON.stringify(events)]);
  }

  /** Up to `limit` entries behind a position, in their order. */
  async behind(position: string, { key, type, correlationId }: Narrowing, limit: number): Promise<EntryRow[]> {
    const entries = this.dataSource.manager.createQueryBuilder(EntryRow, 'entry').where('entry.position > :position', { position });
    if (key) entries.andWhere('entry.key = :key', { key });
    if (type) entries.andWhere('entry.type = :type', { type });
    if (correlationId) entries.andWhere('entry.correlationId = :correlationId', { correlationId });
    return entries.orderBy('entry.position').limit(limit).getMany();
  }

  /** How many entries there are. */
  count(): Promise<number> {
    return this.dataSource.manager.count(EntryRow);
  }
}
