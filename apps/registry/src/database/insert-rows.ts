import type { Transaction } from '@chengxin/platform';

/** A table as rows are written to it in bulk: its name and the PostgreSQL type of each column. */
export type BulkTable<Column extends string> = { name: string; columns: Record<Column, string> };

/** Inserts rows in one statement, columns by name; an absent column is null. Values are those that `jsonb_to_recordset` reads. */
export async function insertRows<Column extends string>(
  tx: Transaction,
  { name, columns }: BulkTable<Column>,
  rows: readonly Partial<Record<NoInfer<Column>, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns).join(', ');
  const types = Object.entries(columns).map(([column, type]) => `${column} ${String(type)}`);
  await tx.query(`insert into ${name} (${names}) select ${names} from jsonb_to_recordset($1) as r(${types.join(', ')})`, [
    JSON.stringify(rows),
  ]);
}
