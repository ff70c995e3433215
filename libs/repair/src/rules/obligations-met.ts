import { type LocalDate } from '@chengxin/kernel';
import { type Fulfilment, type RefusalOf } from '../case.js';
import { type Matter } from './rule.js';

/**
 * The dishonesty is corrected and every duty of the decision fulfilled: stated with the approval, or a fact of the
 * record already. Unknown is never met, and a day still to come has met nothing.
 * Source: 信用修复管理办法 第三章 (纠正失信行为、履行义务).
 */
export function obligationsMet(
  matter: Pick<Matter, 'record' | 'fulfilment'>,
  on: LocalDate,
): RefusalOf<'repair.obligations-open'> | undefined {
  const fulfilment = fulfilmentOf(matter);
  if (!fulfilment) return { code: 'repair.obligations-open', reason: 'unknown' };
  const { fulfilledOn } = fulfilment;
  return fulfilledOn > on ? { code: 'repair.obligations-open', reason: 'dated-ahead', fulfilledOn } : undefined;
}

/** The fulfilment that counts: what the deciding officer states, else what the record says. */
export function fulfilmentOf({ record, fulfilment }: Pick<Matter, 'record' | 'fulfilment'>): Fulfilment | undefined {
  return fulfilment ?? record.fulfilment;
}
