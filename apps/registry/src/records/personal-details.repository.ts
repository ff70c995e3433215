import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, startOfDay } from '@chengxin/kernel';
import { Clock, LawInForce, Timers, type Transaction } from '@chengxin/platform';
import { keptUntil, type PersonalPlace } from '@chengxin/registry';
import { insertRows } from '../database/insert-rows.js';
import type { RecordRow } from './record.row.js';

/** Details to be kept: of a record or of a refused row, with the key of the digest that stands elsewhere. */
export type KeptDetails = {
  id: string;
  about: 'record' | 'rejection';
  key: string;
  details: Record<string, string>;
  /** When the record was decided on. */
  decidedOn?: LocalDate;
};

/** The timer that fires when a day is over through which details are kept; its key is that day. */
export const DETAILS_KEPT = 'personal-details-kept';

const TABLE = {
  name: 'personal_details',
  columns: { id: 'uuid', about: 'text', key: 'text', details: 'jsonb', kept_since: 'date', kept_until: 'date', entry: 'text' },
} as const;

/** A day through which something is kept already has its timer. */
const NEW_DAYS = `
  select d::text as day from (select distinct unnest($1::date[]) as d) given
   where not exists (select from personal_details p where p.kept_until = d)`;

const PLACE = `
  select kept_until as "keptUntil", null as "deletedOn", null as under from personal_details where id = $1
  union all
  select null, deleted_on, coalesce(entry, document) from personal_deletions where personal_id = $1`;

/** The keyed digest of details, which outlasts them, and what stands in their place. */
export type StandingPlace = { digest: string; place: PersonalPlace };

type PlaceRow = { keptUntil: LocalDate | null; deletedOn: LocalDate; under: string };

/** The one deletable place for identity papers of natural persons. */
@Injectable()
export class PersonalDetailsRepository {
  constructor(
    private readonly timers: Timers,
    private readonly law: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** Keeps details, each under its identifier, for as long as the entry of the day on which they come says. */
  async keep(tx: Transaction, kept: readonly KeptDetails[]): Promise<void> {
    if (kept.length === 0) return;
    const today = this.clock.today();
    const rows = kept.map(({ decidedOn, ...details }) => {
      const entry = this.law.law.retention(details.about, today);
      const until = keptUntil(entry, { receivedOn: today, ...(decidedOn && { decidedOn }) });
      return { ...details, kept_since: today, kept_until: until, entry: entry.id };
    });
    const days = await tx.query<{ day: LocalDate }[]>(NEW_DAYS, [rows.map((row) => row.kept_until)]);
    await insertRows(tx, TABLE, rows);
    const timers = days.map(({ day }) => ({
      name: DETAILS_KEPT,
      key: day,
      dueAt: startOfDay(addDays(day, 1)),
      clock: 'business' as const,
    }));
    await this.timers.set(tx, ...timers);
  }

  /** The details under an identifier; none when they were deleted. */
  async detailsOf(tx: Transaction, id: string): Promise<Record<string, string>> {
    const [row] = await tx.query<{ details: Record<string, string> }[]>(`select details from personal_details where id = $1`, [id]);
    return row?.details ?? {};
  }

  /** What stands in the place of a record's details; undefined for one that came without. */
  async placeOf(tx: Transaction, { personalId, personalDigest: digest }: RecordRow): Promise<StandingPlace | undefined> {
    if (!personalId || !digest) return undefined;
    const [row] = await tx.query<PlaceRow[]>(PLACE, [personalId]);
    if (!row) throw new Error(`personal details ${personalId} are neither kept nor deleted`);
    const { keptUntil: until, deletedOn, under } = row;
    return { digest, place: until ? { keptUntil: until } : { deletedOn, under } };
  }

  /** Takes away details that a correction has replaced: nothing refers to them any more. */
  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(`delete from personal_details where id = any($1)`, [ids]);
  }
}
