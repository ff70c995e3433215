import { localDate, months } from '@chengxin/kernel';
import { type AdverseLimitEntry, type MaximumEndsEntry, type TransitionEntry } from './publicity-entry.js';

const FIRST_DAY_OF_2026_ORDER = localDate('2026-04-01');

/** The switch for records from before the order of 2026, on; no article of the order on them could be seen. */
export const TRANSITION: readonly TransitionEntry[] = [
  {
    id: 'transition.2026',
    source: '《信用修复管理办法》(国家发展改革委令第36号)未见过渡条款; 从新从轻推定',
    mark: 'assumed',
    from: FIRST_DAY_OF_2026_ORDER,
    before: FIRST_DAY_OF_2026_ORDER,
    notBefore: FIRST_DAY_OF_2026_ORDER,
    applies: true,
  },
];

const EVERYTHING = { shown: true, shared: true, counted: true };

/** What the end of the maximum ends, by the day on which it is reached; an open duty changes nothing by itself. */
export const MAXIMUM_ENDS: readonly MaximumEndsEntry[] = [
  {
    id: 'maximum-ends.1949',
    source: '国家发展改革委办公厅2017年通知: 期满撤下, 不再作为惩戒依据; 未履行义务的处理推定',
    mark: 'assumed',
    from: localDate('1949-10-01'),
    until: localDate('2026-03-31'),
    ends: EVERYTHING,
    endsUnfulfilled: EVERYTHING,
  },
  {
    id: 'maximum-ends.2026',
    source: '《信用修复管理办法》(国家发展改革委令第36号): 期满自动终止公示; 未履行义务的从行业主管部门规定; 停止共享和使用推定',
    mark: 'assumed',
    from: FIRST_DAY_OF_2026_ORDER,
    ends: EVERYTHING,
    endsUnfulfilled: EVERYTHING,
  },
];

/**
 * Five years from the determination, as regional laws keep and disclose bad information; the province's own was not seen. An
 * end that the record states itself (an order that is lifted, a taxpayer released) comes first.
 */
export const ADVERSE_LIMITS: readonly AdverseLimitEntry[] = [
  {
    id: 'adverse-limit.1949',
    source:
      '《浙江省公共信用信息管理条例》第十六条、《河南省社会信用条例》第十九条、《上海市社会信用条例》第三十五条(参照): 不良信息自认定之日起五年',
    mark: 'assumed',
    from: localDate('1949-10-01'),
    maximum: months(60),
  },
];
