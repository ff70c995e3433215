import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, startOfDay } from '@chengxin/kernel';
import { Outbox } from '@chengxin/messaging';
import { Clock, knownAt, LawInForce, Timers, type Transaction } from '@chengxin/platform';
import { nextEnding } from '@chengxin/registry';
import { insertRows } from '../database/insert-rows.js';
import { recordEvent } from './record.contract.js';
import type { Origin, RecordChange } from './record-fact.js';
import { RecordRow } from './record.row.js';
import { PersonalDetailsRepository } from './personal-details.repository.js';
import { RECORD_COLUMNS, RECORD_FACTS } from './tables.js';

/** The timer that fires when the last day of some record of an enterprise is over; its key is the enterprise's code. */
export const PUBLICITY_ENDS = 'publicity-ends';

/** A record that stands under a natural key, with the key of its personal digest where that still exists. */
export type Standing = RecordRow & { personalKey: string | null };

const STANDING = `
  select r.id, r.credit_code as "creditCode", r.natural_key as "naturalKey", r.version, r.status, r.state, r.content_digest as "contentDigest",
         r.personal_id as "personalId", r.personal_digest as "personalDigest", r.known_at as "knownAt", p.key as "personalKey"
    from records r left join personal_details p on p.id = r.personal_id
   where r.natural_key = any($1)`;

const UPDATE = `
  update records r
     set version = n.version, status = n.status, state = n.state, content_digest = n.content_digest, personal_id = n.personal_id,
         personal_digest = n.personal_digest, next_ending = n.next_ending, authority_code = n.authority_code, known_at = n.known_at
    from jsonb_to_recordset($1) as n(${Object.entries({ ...RECORD_COLUMNS.columns, before: 'integer' })
      .map(([name, type]) => `${name} ${type}`)
      .join(', ')})
   where r.id = n.id and r.version = n.before`;

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
    const dated = changes.map((change) => ({ change, at: change.knownAt && change.knownAt > drawn ? change.knownAt : drawn }));
    await this.savePersonal(tx, changes);
    const rows = dated.map(({ change, at }) => this.rowOf(change, at));
    await insertRows(
      tx,
      RECORD_COLUMNS,
      rows.filter(({ before }) => before === 0),
    );
    await this.update(
      tx,
      rows.filter(({ before }) => before > 0),
    );
    await insertRows(
      tx,
      RECORD_FACTS,
      dated.flatMap(({ change, at }) => this.factsOf(change, at, origin)),
    );
    await this.outbox.add(
      tx,
      dated.flatMap(({ change, at }) => this.eventsOf(change, at, origin)),
    );
    const moved = rows.filter(({ before, next_ending }) => before > 0 || next_ending !== undefined);
    await this.setTimers(tx, new Set(moved.map(({ credit_code }) => credit_code)));
  }

  /** Sets the timer of each enterprise to the next end of one of its records, or takes it back. */
  async setTimers(tx: Transaction, creditCodes: ReadonlySet<string>): Promise<void> {
    const rows = await tx.query<{ code: string; on: LocalDate }[]>(
      `select credit_code as code, min(next_ending) as on from records where credit_code = any($1) and next_ending is not null group by 1`,
      [[...creditCodes]],
    );
    const next = new Map(rows.map(({ code, on }) => [code, on]));
    for (const key of creditCodes) {
      const on = next.get(key);
      if (on) await this.timers.set(tx, { name: PUBLICITY_ENDS, key, dueAt: startOfDay(addDays(on, 1)), clock: 'business' });
      else await this.timers.cancel(tx, PUBLICITY_ENDS, key);
    }
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

  private rowOf(change: RecordChange, at: Date) {
    const { record, id, naturalKey, contentDigest, personalId, personalDigest, version, facts } = change;
    const isOver = record.status === 'withdrawn' || record.status === 'annulled';
    return {
      id,
      credit_code: record.creditCode,
      item: record.item,
      natural_key: naturalKey,
      authority_code: record.authority.code,
      version: version + facts.length,
      status: record.status,
      state: record,
      content_digest: contentDigest,
      personal_id: personalId,
      personal_digest: personalDigest,
      next_ending: isOver ? undefined : nextEnding(record.publicity, this.clock.today()),
      known_at: at,
      before: version,
    };
  }

  private async update(tx: Transaction, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const [, changed] = await tx.query<[unknown, number]>(UPDATE, [JSON.stringify(rows)]);
    if (changed !== rows.length) throw new Error('a record was changed by somebody who did not hold the lock of its enterprise');
  }

  private factsOf({ id, version, facts }: RecordChange, at: Date, { actor, batchId }: Origin) {
    return facts.map(({ effectiveOn, details: { kind, ...details }, record }, n) => ({
      record_id: id,
      version: version + n + 1,
      credit_code: record.creditCode,
      kind,
      effective_on: effectiveOn,
      state: record,
      details,
      law_digest: this.law.digest,
      actor,
      batch_id: batchId,
      known_at: at,
    }));
  }

  private eventsOf({ id, version, facts }: RecordChange, knownAt: Date, { batchId }: Origin) {
    return facts.map((fact, n) =>
      recordEvent(fact, { recordId: id, version: version + n + 1, knownAt, lawDigest: this.law.digest, batchId }),
    );
  }

  private async savePersonal(tx: Transaction, changes: readonly RecordChange[]): Promise<void> {
    const kept = changes.flatMap(({ newPersonal }) => (newPersonal ? [newPersonal] : []));
    await this.personal.keep(
      tx,
      kept.map(({ id, key, details }) => ({ id, about: 'record', key, details })),
    );
    await this.personal.remove(
      tx,
      changes.flatMap(({ replacesPersonal }) => (replacesPersonal ? [replacesPersonal] : [])),
    );
  }
}
