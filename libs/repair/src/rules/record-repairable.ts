import { type ItemCode } from '@chengxin/law';
import { type RefusalOf } from '../case.js';
import { type Matter } from './rule.js';

const OTHER = '其他失信信息';

/**
 * The kinds of dishonesty that the measures name, by catalogue item: the last of them is every other adverse item of the catalogue.
 * Source: 信用修复管理办法 第四条.
 */
export const NAMED_KINDS: Partial<Record<ItemCode, string>> = {
  penalty: '行政处罚信息',
  'serious-dishonesty': '严重失信主体名单信息',
  'abnormal-operation': '异常名录信息',
  'tax-abnormal': '异常名录信息',
  enforcement: OTHER,
  'consumption-restriction': OTHER,
  'administrative-compulsion': OTHER,
  'payment-arrears': OTHER,
  'broken-commitment': OTHER,
  'intellectual-property-infringement': OTHER,
};

/**
 * Only an adverse record of a kind that the measures name can be repaired, and only while it is current: what was
 * repaired, annulled or withdrawn has nothing left to repair.
 * Source: 信用修复管理办法 第二条 (right to repair), 第四条 (失信信息).
 */
export function recordRepairable({ record }: Pick<Matter, 'record'>): RefusalOf<'repair.record-not-repairable'> | undefined {
  if (record.polarity !== 'adverse') return { code: 'repair.record-not-repairable', reason: 'not-adverse' };
  if (record.standing !== 'current') return { code: 'repair.record-not-repairable', reason: record.standing };
  if (!NAMED_KINDS[record.item]) return { code: 'repair.record-not-repairable', reason: 'kind-not-named' };
  return undefined;
}
