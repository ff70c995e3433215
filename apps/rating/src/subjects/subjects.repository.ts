import type { SubjectChangedV1, SubjectRegisteredV1 } from '@chengxin/contracts';
import type { Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SubjectRow } from './subject.row.js';

const REMEMBER = `
  insert into subjects as s (credit_code, version, kind, state)
  select distinct on ("creditCode") "creditCode", version, kind, state
    from jsonb_to_recordset($1::jsonb) as e ("creditCode" text, version integer, kind text, state text)
   order by "creditCode", version desc
  on conflict (credit_code) do update
    set version = excluded.version, kind = excluded.kind, state = excluded.state
  where s.version < excluded.version`;

/** The copies of credit subjects. */
@Injectable()
export class SubjectsRepository {
  /** Takes subjects in, of each the newest. */
  async remember(tx: Transaction, subjects: readonly (SubjectRegisteredV1 | SubjectChangedV1)[]): Promise<void> {
    await tx.query(REMEMBER, [JSON.stringify(subjects)]);
  }

  /** Those of the codes that the register knows. */
  async known(tx: Transaction, creditCodes: readonly string[]): Promise<string[]> {
    const rows = await tx.find(SubjectRow, { where: { creditCode: In([...creditCodes]) }, select: { creditCode: true } });
    return rows.map(({ creditCode }) => creditCode);
  }
}
