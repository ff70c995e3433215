import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '@chengxin/platform';
import type { Offsets } from '../kafka/end-offsets.js';

/** Fills while events are handled as ever, closes while they wait, is done, or has failed and left the copies as they were. */
export type RebuildState = 'filling' | 'closing' | 'done' | 'failed';

/** One rebuild: up to which offsets it reads, which it has reached, and how many events it has applied. */
export type RebuildRow = {
  id: string;
  state: RebuildState;
  by: string;
  ends: Offsets;
  reached: Offsets;
  applied: number;
  reason: string | null;
  isOfThisLevel: boolean;
  beganAt: Date;
  endedAt: Date | null;
};

/** How far a partition is read. */
export type Place = { topic: string; partition: number; next: string };

const LEVEL = `(select count(*)::integer from migrations)`;
const COLUMNS = `id, state, by, ends, reached, applied, reason, level = ${LEVEL} as "isOfThisLevel", began_at as "beganAt", ended_at as "endedAt"`;
const CONSUMED = `(select coalesce(jsonb_object_agg(topic, ends), '{}')
                     from (select topic, jsonb_object_agg(partition, next_offset::text) as ends from consumed_offsets
                            where topic = any($2::text[]) group by topic) c)`;
const CLOSE_GATE = `select pg_advisory_xact_lock(hashtextextended('chengxin.rebuild', 42))`;
const CLONE = `select clone_copies($1::text[])`;

const BEGIN = `insert into rebuilds (by, level, ends) select $1, ${LEVEL}, ${CONSUMED} on conflict do nothing returning ${COLUMNS}`;
const ANEW = `update rebuilds set state = 'filling', level = ${LEVEL}, reached = '{}', applied = 0 where id = $1`;
const FOLLOW = `update rebuilds set ends = ${CONSUMED}, state = $3 where id = $1 and ended_at is null`;
const END = `update rebuilds set state = $2, reason = $3, ended_at = clock_timestamp() where id = $1`;

const REACH = `
  update rebuilds
     set applied = applied + $5,
         reached = jsonb_set(reached || jsonb_build_object($2::text, coalesce(reached -> $2, '{}')), array[$2, $3], to_jsonb($4::text))
   where id = $1`;

/** The inbox of a handler that is new in this version gets what its copy has now. */
const KNOW = `
  insert into public.inbox_entries (handler, event_id, topic, key, sequence)
  select handler, event_id, topic, key, sequence from rebuild.inbox_entries where event_id = any($1::uuid[]) order by position
  on conflict do nothing`;

const ASIDE = `
  select at_offset::text as "offset" from parked_events where topic = $1 and partition = $2
  union all select at_offset::text from discarded_events where topic = $1 and partition = $2`;

/** The rows of `rebuilds`, and the tables that take the place of the copies. */
@Injectable()
export class RebuildRows {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins with empty tables beside the copies; undefined when a rebuild is open already. */
  async begin(tx: Transaction, by: string, { copies, topics }: { copies: readonly string[]; topics: readonly string[] }) {
    const [row] = await tx.query<RebuildRow[]>(BEGIN, [by, topics]);
    if (row) await tx.query(CLONE, [copies]);
    return row;
  }

  /** Begins an open rebuild anew: tables and handlers are others since a migration. */
  async beginAnew(tx: Transaction, id: string, copies: readonly string[]): Promise<void> {
    await tx.query(ANEW, [id]);
    await tx.query(CLONE, [copies]);
  }

  /** The open one, else the last; undefined when there was none. */
  async newest(): Promise<RebuildRow | undefined> {
    const [row] = await this.dataSource.query<RebuildRow[]>(`select ${COLUMNS} from rebuilds order by began_at desc limit 1`);
    return row;
  }

  /** Locks a rebuild, so that processes take turns; undefined when it is not open any more. */
  async lock(tx: Transaction, id: string): Promise<RebuildRow | undefined> {
    const sql = `select ${COLUMNS} from rebuilds where id = $1 and ended_at is null for update`;
    return (await tx.query<RebuildRow[]>(sql, [id]))[0];
  }

  /** Waits for the batches under way and holds up the next until the transaction ends. */
  async closeGate(tx: Transaction): Promise<void> {
    await tx.query(CLOSE_GATE);
  }

  /** Moves the ends to what is consumed by now. */
  async follow(tx: Transaction, id: string, topics: readonly string[], state: RebuildState): Promise<void> {
    await tx.query(FOLLOW, [id, topics, state]);
  }

  /** Lets the handlers of this transaction write the tables beside the copies, under the copies' names; their inbox, too. */
  async stepAside(tx: Transaction): Promise<void> {
    await tx.query(`set local search_path = rebuild, public`);
  }

  /** Notes how far a partition is read and which events were applied of it. */
  async reach(tx: Transaction, id: string, { topic, partition, next }: Place, eventIds: readonly string[]): Promise<void> {
    await tx.query(KNOW, [eventIds]);
    await tx.query(REACH, [id, topic, String(partition), next, eventIds.length]);
  }

  /** The offsets of a partition that the copies do not have because they are parked or were given up. */
  async aside(tx: Transaction, topic: string, partition: number): Promise<Set<string>> {
    const rows = await tx.query<{ offset: string }[]>(ASIDE, [topic, partition]);
    return new Set(rows.map(({ offset }) => offset));
  }

  /** Puts the new tables in the place of the copies. */
  async swap(tx: Transaction, id: string, copies: readonly string[]): Promise<void> {
    await tx.query(`select swap_copies($1::text[])`, [copies]);
    await tx.query(END, [id, 'done', null]);
  }

  /** Gives a rebuild up; the copies stay as they are. */
  async fail(tx: Transaction, id: string, reason: string): Promise<void> {
    await tx.query(END, [id, 'failed', reason]);
  }
}
