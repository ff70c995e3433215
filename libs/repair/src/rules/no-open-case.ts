import { type RefusalOf } from '../case.js';
import { type Matter } from './rule.js';

/**
 * One record has at most one case that runs; after it ended without repair a new one may be filed.
 * Source: the platform's own rule (one application, one decision); 信用修复管理办法 第三章 knows no second one beside it.
 */
export function noOpenCase({ openCase }: Pick<Matter, 'openCase'>): RefusalOf<'repair.case-open'> | undefined {
  return openCase === undefined ? undefined : { code: 'repair.case-open', caseNumber: openCase };
}
