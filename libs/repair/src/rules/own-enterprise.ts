import { type RefusalOf } from '../case.js';
import { type Matter } from './rule.js';

/** The credit subject itself applies: an agent acts for the enterprises it is an agent of. Source: 信用修复管理办法 第二条. */
export function ownEnterprise({ record, by }: Pick<Matter, 'record' | 'by'>): RefusalOf<'repair.other-enterprise'> | undefined {
  const { creditCode } = record;
  return by.enterprises.includes(creditCode) ? undefined : { code: 'repair.other-enterprise', creditCode };
}
