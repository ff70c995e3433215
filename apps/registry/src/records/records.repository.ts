import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, startOfDay } from '@chengxin/kernel';
import { Outbox } from '@chengxin/messaging';
import { Clock, knownAt, LawInForce, textParameter, Timers, type Transaction } from '@chengxin/platform';
import { nextEnding } from '@chengxin/registry';
import { recordEvent } from './record.contract.js';
import type { Origin, RecordChange } from './record-fact.js';
import { RecordRow } from './record.row.js';
import { PersonalDetailsRepository } from './personal-details.repository.js';
import { type DatedChange, factLines, SAVE_FACTS } from './save-facts.js';

/** The timer that fires when the last day of some record of an enterprise is over; its key is the enterprise's code. */
export const PUBLICITY_ENDS = 'publicity-ends';

/** A record that stands under a natural key, with the key of its personal digest where that still exists. */
export type Standing = RecordRow & { personalKey: string | null };

const STANDING = `
  select r.id, r.credit_code as "creditCode", r.natural_key as "naturalKey", r.version, r.status, r.state, r.content_digest as "contentDigest",
         r.personal_id as "personalId", r.personal_digest as "personalDigest", r.known_at as "knownAt", p.key as "personalKey"
    from records r left join personal_details p on p.id = r.personal_id
   where r.natural_key = any($1)`;

/** Each enterprise is looked up by itself: many at once would have the whole table read. */
const NEXT_ENDINGS = `
  select code, next.on from unnest($1::text[]) code
    cross join lateral (select min(r.next_ending) as on from records r where r.credit_code = code) next
   where next.on is not null`;

/** Records, their facts and what follows from a change: events and the timer of the next end. The locks of the keys must be held. */
@Injectable()
export class RecordsRepository {
  constructor(
    private readonly personal: PersonalDetailsRepository,
    private readonly outbox: Outbox,
    private readonly timers: Timers,
    private readonly clock: Clock,
    private readonly law: LawInForce,
  ) {}

  /** The record of an identifier. */
  find(tx: Transaction, id: string): Promise<RecordRow | null> {
    return tx.findOneBy(RecordRow, { id });
  }

  /** The records under these natural keys, by key. */
  async standing(tx: Transaction, naturalKeys: readonly string[]): Promise<Map<string, Standing>> {
    const rows = await tx.query<Standing[]>(STANDING, [naturalKeys]);
    return new Map(rows.map((row) => [row.naturalKey, row]));
  }

  /** Stores changed records with their facts, announces each fact in order, and moves the timers. Throws when a version was not the last. */
  async save(tx: Transaction, changes: readonly RecordChange[], origin: Origin): Promise<void> {
    if (changes.length === 0) return;
    const drawn = await knownAt(tx);
    const dated = changes.map((change) => {
      const at = change.knownAt && change.knownAt > drawn ? change.knownAt : drawn;
      return { change, at, ending: this.endingOf(change) };
    });
    await this.savePersonal(tx, changes);
    const written = this.write(tx, dated, origin);
    await this.outbox.add(tx, this.eventsOf(dated, origin), written);
    const moved = dated.filter(({ change: { version }, ending }) => version > 0 || ending !== undefined);
    await this.setTimers(tx, new Set(moved.map(({ change: { record } }) => record.creditCode)));
  }

  /** Sets the timer of each enterprise to the next end of one of its records, or takes it back. */
  async setTimers(tx: Transaction, creditCodes: ReadonlySet<string>): Promise<void> {
    const rows = await tx.query<{ code: string; on: LocalDate }[]>(NEXT_ENDINGS, [[...creditCodes]]);
    const next = new Set(rows.map(({ code }) => code));
    const timers = rows.map(({ code: key, on }) => ({ key, dueAt: startOfDay(addDays(on, 1)) }));
    await this.timers.set(tx, ...timers.map((timer) => ({ name: PUBLICITY_ENDS, ...timer, clock: 'business' as const })));
    await this.timers.cancel(tx, PUBLICITY_ENDS, ...[...creditCodes].filter((code) => !next.has(code)));
  }

  /** The records of an enterprise of which a last day lies before `today` and was not announced. */
  ended(tx: Transaction, creditCode: string, today: LocalDate): Promise<RecordRow[]> {
    return tx
      .createQueryBuilder(RecordRow, 'r')
      .where('r.creditCode = :creditCode and r.nextEnding < :today', { creditCode, today })
      .orderBy('r.nextEnding')
      .addOrderBy('r.id')
      .getMany();
  }

  /** How many records there are. */
  count(tx: Transaction): Promise<number> {
    return tx.count(RecordRow);
  }

  /** The next last day that is to be announced of a record after a change. */
  private endingOf({ record: { status, publicity } }: RecordChange): LocalDate | undefined {
    return status === 'withdrawn' || status === 'annulled' ? undefined : nextEnding(publicity, this.clock.today());
  }

  private async write(tx: Transaction, dated: readonly DatedChange[], { actor, batchId }: Origin): Promise<void> {
    const given = [textParameter(factLines(dated), '\n'), this.law.digest, actor, batchId ?? null];
    const [written] = await tx.query<{ changed: number }[]>(SAVE_FACTS, given);
    const expected = dated.filter(({ change: { version } }) => version > 0).length;
    if (written?.changed !== expected) throw new Error('a record was changed by somebody who did not hold the lock of its enterprise');
  }

  private *eventsOf(dated: readonly DatedChange[], { batchId }: Origin) {
    const lawDigest = this.law.digest;
    for (const { change, at: knownAt } of dated) {
      const { id: recordId, version, facts } = change;
      for (const [n, fact] of facts.entries()) yield recordEvent(fact, { recordId, version: version + n + 1, knownAt, lawDigest, batchId });
    }
  }

  private async savePersonal(tx: Transaction, changes: readonly RecordChange[]): Promise<void> {
    const kept = changes.flatMap(({ newPersonal, record: { decidedOn } }) => (newPersonal ? [{ ...newPersonal, decidedOn }] : []));
    await this.personal.keep(
      tx,
      kept.map(({ id, key, details, decidedOn }) => ({ id, about: 'record', key, details, decidedOn })),
    );
    await this.personal.remove(
      tx,
      changes.flatMap(({ replacesPersonal }) => (replacesPersonal ? [replacesPersonal] : [])),
    );
  }
}
