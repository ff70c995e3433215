import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { watermarkContract } from '@chengxin/contracts';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';

/** What waits in the outbox (counted up to 10,000), and how old the oldest is (seconds). */
export type OutboxNow = { unpublished: number; oldestSeconds: number };

const STATE = `
  with cursor as (select xid, position from outbox_cursor),
       waiting as (select added_at from outbox_events
                    where (xid, position) > ((select xid from cursor), (select position from cursor)) and type <> $1
                    order by xid, position limit 10000)
  select (select count(*)::integer from waiting) as unpublished,
         (select coalesce(extract(epoch from clock_timestamp() - min(added_at)), 0)::double precision from waiting) as "oldestSeconds"`;

const WRITING = `
  select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::double precision as seconds
    from pg_stat_activity where backend_xid is not null`;

/** Reads how the outbox stands. */
@Injectable()
export class OutboxState {
  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
  ) {}

  /** What waits; heartbeats do not count. */
  async read(): Promise<OutboxNow> {
    const [state] = await this.dataSource.query<OutboxNow[]>(STATE, [watermarkContract(this.options.service).type]);
    if (!state) throw new Error('the database gave no state of the outbox');
    return state;
  }

  /** How long the oldest transaction that writes has been running, seconds: no event leaves past it. Others' only where the role may see them. */
  async oldestWriting(): Promise<number> {
    const [row] = await this.dataSource.query<{ seconds: number }[]>(WRITING);
    return row?.seconds ?? 0;
  }
}
