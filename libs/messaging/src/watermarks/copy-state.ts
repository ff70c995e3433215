import { Inject, Injectable } from '@nestjs/common';
import type { Offsets } from '../kafka/end-offsets.js';
import { type ParkedKeys, WatermarkBook } from './watermark-book.js';

/** What a service has consumed and holds parked at one moment, and how far that is in the time of each service it listens to. */
export type CopiesNow = { consumed: Offsets; parked: ParkedKeys; inputs: Record<string, string> };

type Query = (sql: string, values: unknown[]) => Promise<{ consumed: Offsets; parked: ParkedKeys }[]>;

/** More keys than this of one topic are not listed: the whole topic counts as parked. */
const MOST_KEYS = 1_000;

const STATE = `
  select (select coalesce(jsonb_object_agg(topic, ends), '{}')
            from (select topic, jsonb_object_agg(partition, next_offset::text) ends from consumed_offsets group by topic) c) as consumed,
         (select coalesce(jsonb_object_agg(topic, keys), '{}')
            from (select topic, case when bool_or(key is null) or count(distinct key) > ${MOST_KEYS} then '["*"]'::jsonb
                                     else jsonb_agg(distinct key) end as keys
                    from parked_events group by topic) p) as parked`;

/** Reads how far this service's copies are, from its database, so that all its replicas count. */
@Injectable()
export class CopyState {
  constructor(@Inject(WatermarkBook) private readonly book: WatermarkBook) {}

  /** Reads offsets and parked keys in one statement of the caller's connection. */
  async read(query: Query): Promise<CopiesNow> {
    const [state] = await query(STATE, []);
    if (!state) throw new Error('the database gave no state');
    return { ...state, inputs: this.book.reachedAt(state.consumed) };
  }
}
