import { localDate } from '@chengxin/kernel';
import { type RatingScale } from './rating-scale.js';

/** The national scales of comprehensive credit evaluation. */
export const RATING_SCALES: readonly RatingScale[] = [
  {
    id: 'rating-scale.national.2018',
    source: '全国公共信用综合评价(国家发展改革委, 2018年起)',
    mark: 'confirmed',
    from: localDate('2018-01-01'),
    until: localDate('2026-04-01'),
    code: 'national-2018',
    grades: ['优', '良', '中', '差'],
  },
  {
    id: 'rating-scale.national.2026',
    source: '《关于建立企业信用状况综合评价体系的实施方案》(国办发〔2026〕8号)',
    mark: 'recalled',
    from: localDate('2026-04-02'),
    code: 'national-2026',
    grades: ['A', 'B', 'C', 'D'],
  },
];
