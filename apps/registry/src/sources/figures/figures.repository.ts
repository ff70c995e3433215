import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@chengxin/kernel';
import type { Transaction } from '@chengxin/platform';
import type { MonthOfSource, Tally } from '@chengxin/registry';

/** Of which unit, on which item, received on which business day. */
export type FiguresKey = { unitCode: string; item: string; on: LocalDate };

/** What became of records that had been taken in. */
export type Overturned = 'withdrawn' | 'annulled';

/** The sums of a unit on one item over a span of months. */
export type Figures = Tally & Record<Overturned, number> & { unitCode: string; item: string };

const COLUMNS: Record<keyof Tally | Overturned, string> = {
  rows: 'rows',
  accepted: 'accepted',
  unchanged: 'unchanged',
  corrected: 'corrected',
  refused: 'refused',
  withdrawn: 'withdrawn',
  annulled: 'annulled',
  optionalFields: 'optional_fields',
  filledFields: 'filled_fields',
  onTime: 'on_time',
  late: 'late',
  takenDays: 'taken_days',
  longestDays: 'longest_days',
};
const LARGEST: keyof Tally = 'longestDays';
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** A month lies in as many parts at most: every record of a source adds to it, and on one row each would wait until the one before is committed. */
const PARTS = 32;

const ADD = `
  insert into source_figures as f (unit_code, item, month, part, ${NAMES.map((name) => COLUMNS[name]).join(', ')})
  values ($1, $2, date_trunc('month', $3::date), pg_backend_pid() % ${PARTS}, ${NAMES.map((_, at) => `$${at + 4}`).join(', ')})
  on conflict (unit_code, item, month, part) do update set ${NAMES.map((name) => added(COLUMNS[name], name === LARGEST)).join(', ')}`;

const SUMS = `
  select unit_code as "unitCode", item,
         ${NAMES.map((name) => `${name === LARGEST ? 'max' : 'sum'}(${COLUMNS[name]})::double precision as "${name}"`).join(', ')}
    from source_figures
   where unit_code = any($1) and month >= coalesce(date_trunc('month', $2::date), month) and month <= coalesce($3::date, month)
   group by unit_code, item order by unit_code, item`;

function added(column: string, isLargest: boolean): string {
  return isLargest ? `${column} = greatest(f.${column}, excluded.${column})` : `${column} = f.${column} + excluded.${column}`;
}

/** What units reported, by item and month: one part is moved for each chunk, so that no question ever counts records. */
@Injectable()
export class FiguresRepository {
  /** Adds to the month of a unit and item. */
  async add(tx: Transaction, { unitCode, item, on }: FiguresKey, more: Partial<Record<keyof typeof COLUMNS, number>>): Promise<void> {
    await tx.query(ADD, [unitCode, item, on, ...NAMES.map((name) => more[name] ?? 0)]);
  }

  /** The month so far of a unit and item, as far as problems arise from it. */
  async month(tx: Transaction, { unitCode, item, on }: FiguresKey): Promise<MonthOfSource> {
    const [month] = await tx.query<MonthOfSource[]>(
      `select coalesce(sum(rows), 0)::double precision as rows, coalesce(sum(refused), 0)::double precision as refused,
              coalesce(sum(on_time), 0)::double precision as "onTime", coalesce(sum(late), 0)::double precision as late
         from source_figures where unit_code = $1 and item = $2 and month = date_trunc('month', $3::date)`,
      [unitCode, item, on],
    );
    if (!month) throw new Error('the database gave no sums');
    return month;
  }

  /** The sums of units by item, over all months or those from and until a day. */
  sums(tx: Transaction, unitCodes: readonly string[], { from, until }: { from?: string; until?: string }): Promise<Figures[]> {
    return tx.query(SUMS, [unitCodes, from ?? null, until ?? null]);
  }
}
