import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@chengxin/kernel';
import type { ItemCode } from '@chengxin/law';
import type { Transaction } from '@chengxin/platform';
import type { Unit } from '@chengxin/registry';

/** Up to which day a unit has reported on an item, and through which day its next report may come. */
export type Duty = { unitCode: string; item: ItemCode; asOf: LocalDate; dueOn: LocalDate };

/** When units have to report next. */
@Injectable()
export class DutiesRepository {
  /** Keeps how far a unit has reported; an older report changes nothing. */
  async report(tx: Transaction, { unitCode, item, asOf, dueOn }: Duty): Promise<void> {
    await tx.query(
      `insert into source_duties as d (unit_code, item, as_of, due_on) values ($1, $2, $3, $4)
       on conflict (unit_code, item) do update set as_of = excluded.as_of, due_on = excluded.due_on where d.as_of < excluded.as_of`,
      [unitCode, item, asOf, dueOn],
    );
  }

  /** The duties of units, by item. */
  of(tx: Transaction, unitCodes: readonly string[]): Promise<Duty[]> {
    return tx.query(
      `select unit_code as "unitCode", item, as_of as "asOf", due_on as "dueOn" from source_duties where unit_code = any($1) order by 1, 2`,
      [unitCodes],
    );
  }

  /** Units that have reported, behind a code in the order of codes: one alone or any. */
  units(tx: Transaction, { only, after, limit }: { only?: string; after: string; limit: number }): Promise<Unit[]> {
    return tx.query(
      `select code, coalesce(u.name, code) as name
         from (select unit_code as code from source_duties union select unit_code from source_figures) s left join units u using (code)
        where code > $1 and code = coalesce($2, code) order by code limit $3`,
      [after, only ?? null, limit],
    );
  }
}
