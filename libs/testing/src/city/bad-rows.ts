import { addDays, completeCreditCode } from '@chengxin/kernel';
import { type Row, slashed } from './csv.js';
import { CITY_AREA } from './departments.js';
import { type Plan } from './supply.js';

type Spoil = (row: Row, plan: Plan, nth: number) => Row;

/** One fault each that intake refuses a penalty for. */
const FAULTS: readonly Spoil[] = [
  (row) => ({ ...row, creditCode: otherEnd(row['creditCode'] ?? '') }),
  (row, _, nth) => ({ ...row, creditCode: completeCreditCode('91', CITY_AREA, `MX${String(nth).padStart(6, '0')}`) }),
  (row, { on }) => ({ ...row, decidedOn: slashed(addDays(on, 400)), validUntil: slashed(addDays(on, 800)) }),
  (row) => ({ ...row, penaltyKinds: '口头提醒' }),
  (row) => ({ ...row, documentNumber: `${row['documentNumber'] ?? ''}${'长'.repeat(128)}` }),
  (row) => ({ ...row, penaltyKinds: '罚款', fineAmount: '20000元' }),
  (row) => ({ ...row, partyKind: '自然人' }),
];

/** After each good row a bad one, made from it, until there are `count` of them: each kind of fault in turn, under a number of its own. */
export function* withBadRows(rows: Iterable<Row>, plan: Plan, count: number): Generator<Row> {
  let nth = 0;
  for (const row of rows) {
    yield row;
    if (nth >= count) continue;
    const spoil = FAULTS[nth % FAULTS.length];
    nth += 1;
    if (spoil) yield spoil({ ...row, documentNumber: `${row['documentNumber'] ?? ''}之${nth}` }, plan, nth);
  }
}

/** The code with another last character, so that its check fails. */
const otherEnd = (code: string): string => `${code.slice(0, -1)}${code.endsWith('1') ? '2' : '1'}`;
