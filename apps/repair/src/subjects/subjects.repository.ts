import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { SubjectRow } from './subject.row.js';

const REMEMBER = `
  insert into subjects as s (credit_code, version, name)
  select distinct on ("creditCode") "creditCode", version, name
    from jsonb_to_recordset($1::jsonb) as e ("creditCode" text, version integer, name text) order by "creditCode", version desc
  on conflict (credit_code) do update set version = excluded.version, name = excluded.name where s.version < excluded.version`;

/** The copies of credit subjects. */
@Injectable()
export class SubjectsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes subjects in, of each the newest. */
  async remember(tx: Transaction, subjects: readonly SubjectRow[]): Promise<void> {
    await tx.query(REMEMBER, [JSON.stringify(subjects.map(({ creditCode, version, name }) => ({ creditCode, version, name })))]);
  }

  /** The names of these enterprises by credit code; one whose register entry has not arrived is left out. */
  async namesOf(creditCodes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.dataSource.manager.findBy(SubjectRow, { creditCode: In([...creditCodes]) });
    return new Map(rows.map(({ creditCode, name }) => [creditCode, name]));
  }
}
