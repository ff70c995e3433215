import { Injectable } from '@nestjs/common';
import type { Transaction } from '@chengxin/platform';
import type { Unit } from '@chengxin/registry';

/** The names of government units as rows gave them. */
@Injectable()
export class UnitsRepository {
  /** Remembers the names of units; the newest counts. Only what is new is written, in the order of the codes. */
  async remember(tx: Transaction, units: readonly Unit[]): Promise<void> {
    const named = [...new Map(units.filter(({ code, name }) => code && name).map((unit) => [unit.code, unit])).values()];
    if (named.length === 0) return;
    await tx.query(
      `insert into units (code, name)
       select g.code, g.name from jsonb_to_recordset($1) as g(code text, name text)
        where not exists (select from units u where u.code = g.code and u.name = g.name) order by g.code
       on conflict (code) do update set name = excluded.name`,
      [JSON.stringify(named)],
    );
  }

  /** The name of a unit; its code until a row has named it. */
  async nameOf(tx: Transaction, code: string): Promise<string> {
    const [row] = await tx.query<{ name: string }[]>(`select name from units where code = $1`, [code]);
    return row?.name ?? code;
  }
}
