import { type LocalDate } from '@chengxin/kernel';
import { inTransaction, MachineClock, type Transaction, uuidv7 } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isShared } from '../feed/entries.repository.js';
import { type FeedEntry } from '../feed/hand-on.js';
import { type Outcome } from './outcome.js';
import { nextAttempt } from './schedule.js';

/** An entry that is due at an endpoint: where to, on whose behalf, and how often it was tried. */
export type DueDelivery = FeedEntry & {
  webhookId: string;
  url: string;
  secret: string;
  unit: string;
  createdBy: string;
  purpose: string;
  purposeEntry: string;
  caseNumber: string;
  key: string;
  attempts: number;
};

const LINE_UP = `
  insert into deliveries (webhook_id, position, key, due_at)
  select w.webhook_id, e.position, e.key, $2
    from webhooks w join entries e on w.types is null or e.type = any(w.types)
   where w.state = 'active' and e.position > $1::bigint`;

/** Of one enterprise only the first waiting entry is due; endpoints do not wait for one another. */
const DUE = `
  select w.webhook_id as "webhookId", w.url, w.secret, w.unit_code as unit, w.created_by as "createdBy",
         w.purpose, w.purpose_entry as "purposeEntry", w.case_number as "caseNumber", d.key, d.attempts,
         e.position::double precision, e.event, r.source_unit_code as "sourceUnit", r.openness, ${isShared('$3')} as shared
    from webhooks w
   cross join lateral (
     select * from deliveries d
      where d.webhook_id = w.webhook_id and d.due_at <= $1
        and not exists (select from deliveries f where f.webhook_id = d.webhook_id and f.key = d.key and f.position < d.position)
      order by d.due_at, d.position limit $2) d
    join entries e on e.position = d.position
    left join records r on r.record_id = e.record_id
   where w.state = 'active'
   order by d.due_at, d.position`;

const LOG = `
  insert into delivery_attempts (attempt_id, webhook_id, position, attempt, status, error, milliseconds, attempted_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const DONE = `delete from deliveries where webhook_id = $1 and position = $2`;
const PUT_OFF = `update deliveries set attempts = $3, due_at = coalesce($4, due_at) where webhook_id = $1 and position = $2`;
const PAUSE = `update webhooks set state = 'paused', paused_at = $2 where webhook_id = $1 and state = 'active'`;

/** What is still to be sent, and what came of every attempt. */
@Injectable()
export class DeliveriesRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly machine: MachineClock,
  ) {}

  /** Lines up the entries behind a position for every active endpoint that wants their types. */
  async lineUp(tx: Transaction, behind: number): Promise<void> {
    await tx.query(LINE_UP, [behind, this.machine.now()]);
  }

  /** What is due at each endpoint, at most `limit` for each; `on` is the business day on which records must be shared. */
  due(limit: number, on: LocalDate): Promise<DueDelivery[]> {
    return this.dataSource.query<DueDelivery[]>(DUE, [this.machine.now(), limit, on]);
  }

  /** Drops what is not for the endpoint's unit. */
  async drop({ webhookId, position }: DueDelivery): Promise<void> {
    await this.dataSource.query(DONE, [webhookId, position]);
  }

  /** Writes down an attempt: the delivery is done, put off, or the last has failed and the endpoint is paused. Gives whether it was taken. */
  async settle({ webhookId, position, attempts }: DueDelivery, outcome: Outcome): Promise<boolean> {
    const attempt = attempts + 1;
    const { taken, status = null, error = null, milliseconds } = outcome;
    const now = this.machine.now();
    await inTransaction(this.dataSource, async (tx) => {
      await tx.query(LOG, [uuidv7(now), webhookId, position, attempt, status, error, milliseconds, now]);
      if (taken) return tx.query(DONE, [webhookId, position]);
      const again = nextAttempt(attempt, now);
      await tx.query(PUT_OFF, [webhookId, position, attempt, again ?? null]);
      if (!again) await tx.query(PAUSE, [webhookId, now]);
    });
    return taken;
  }
}
