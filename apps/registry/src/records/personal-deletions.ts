import { Injectable } from '@nestjs/common';
import { operationContract } from '@chengxin/contracts';
import { maskPersonalNumbers } from '@chengxin/kernel';
import { Outbox } from '@chengxin/messaging';
import { Clock, type DueTimer, knownAt, OnTimer, problem, Timers, type Transaction } from '@chengxin/platform';
import { REFUSALS } from '../refusals.js';
import { DETAILS_KEPT, PersonalDetailsRepository, type StandingPlace } from './personal-details.repository.js';
import type { RecordRow } from './record.row.js';

/** As many are deleted in one transaction. */
const AT_ONCE = 1_000;
const SERVICE = 'registry';

const DELETE_DUE = `
  with gone as (
    delete from personal_details where id in (select id from personal_details where kept_until < $1 order by kept_until limit ${AT_ONCE})
    returning id, about, entry
  ), told as (
    insert into personal_deletions (personal_id, about, deleted_on, entry, actor, known_at)
    select id, about, $1, entry, '${SERVICE}', $2 from gone
  )
  select entry, count(*)::integer as count from gone group by entry order by entry`;

const DELETE_ORDERED = `
  with gone as (delete from personal_details where id = $1 returning id, about)
  insert into personal_deletions (personal_id, about, deleted_on, document, reason, actor, known_at)
  select id, about, $2, $3, $4, $5, $6 from gone`;

/** An order to delete: by which document, why, and who carries it out. */
export type DeletionOrder = { document: string; reason: string; by: string };

/** Deletes identity papers of natural persons: when their retention is over, or on order. What refers to them reads as deleted since. */
@Injectable()
export class PersonalDeletions {
  constructor(
    private readonly personal: PersonalDetailsRepository,
    private readonly outbox: Outbox,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /** Deletes what is kept no longer, and announces under which entries how much. */
  @OnTimer(DETAILS_KEPT)
  async end({ name, key, dueAt, clock }: DueTimer, tx: Transaction): Promise<void> {
    const deleted = await tx.query<{ entry: string; count: number }[]>(DELETE_DUE, [this.clock.today(), await knownAt(tx)]);
    for (const { entry, count } of deleted) await this.announce(tx, { target: 'personal details', ground: entry, count, by: SERVICE });
    if (deleted.reduce((sum, { count }) => sum + count, 0) === AT_ONCE) await this.timers.set(tx, { name, key, dueAt, clock });
  }

  /**
   * Deletes the papers of a record before their time, and gives what stands in their place. The locks of the record's enterprise and
   * of the service's own key are held. Throws 409 where there are none any more.
   */
  async order(tx: Transaction, record: RecordRow, { by, ...order }: DeletionOrder): Promise<StandingPlace> {
    const found = await this.personal.placeOf(tx, record);
    if (!found) throw problem('registry.no-personal-details', {}, REFUSALS);
    if ('deletedOn' in found.place) throw problem('registry.personal-details-deleted', found.place, REFUSALS);
    const today = this.clock.today();
    const [document, reason] = [maskPersonalNumbers(order.document), maskPersonalNumbers(order.reason)];
    await tx.query(DELETE_ORDERED, [record.personalId, today, document, reason, by, await knownAt(tx)]);
    await this.announce(tx, { target: `personal details of record ${record.id}`, ground: document, count: 1, by });
    return { ...found, place: { deletedOn: today, under: document } };
  }

  private async announce(tx: Transaction, said: { target: string; ground: string; count: number; by: string }): Promise<void> {
    const data = { service: SERVICE, operation: 'deletion' as const, ...said, performedOn: this.clock.today() } as const;
    await this.outbox.add(tx, { contract: operationContract(SERVICE), key: SERVICE, data });
  }
}
