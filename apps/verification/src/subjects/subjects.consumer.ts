import { SubjectChangedV1, SubjectRegisteredV1 } from '@chengxin/contracts';
import { dataOf, On, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';

const REMEMBER = `
  insert into subjects as s (credit_code, version, name, former_names, state)
  select distinct on ("creditCode") "creditCode", version, name, "formerNames", state
    from jsonb_to_recordset($1::jsonb) as e ("creditCode" text, version integer, name text, "formerNames" text[], state text)
   order by "creditCode", version desc
  on conflict (credit_code) do update
    set version = excluded.version, name = excluded.name, former_names = excluded.former_names, state = excluded.state
  where s.version < excluded.version`;

/** Keeps the names and states of credit subjects in step with `registry`. */
@Controller()
export class SubjectsConsumer {
  @On(SubjectRegisteredV1, SubjectChangedV1)
  async stated(events: Received<SubjectRegisteredV1 | SubjectChangedV1>[], tx: Transaction): Promise<void> {
    await tx.query(REMEMBER, [JSON.stringify(dataOf(events))]);
  }
}
