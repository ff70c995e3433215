import { localDate } from '@chengxin/kernel';
import { type QualityBound } from './quality-bound.js';

const CITY = '本市数据质量约定: 双公示迟报率与退回率的提示线, 国家只定合规率与迟报率两项指标而未定数值';

/** Where a source's fault becomes a problem; the national rules measure it but name no figure. */
export const QUALITY_BOUNDS: readonly QualityBound[] = [
  {
    id: 'quality.late-records.2015',
    fault: 'late-records',
    percent: 5,
    least: 3,
    source: CITY,
    mark: 'assumed',
    from: localDate('2015-07-01'),
  },
  {
    id: 'quality.refused-rows.2015',
    fault: 'refused-rows',
    percent: 20,
    least: 3,
    source: CITY,
    mark: 'assumed',
    from: localDate('2015-07-01'),
  },
];
