import { days, localDate, months } from '@chengxin/kernel';
import { type RetentionEntry } from './retention-entry.js';

const SHORTEST = '《个人信息保护法》(2021)第十九条、第四十七条';

/** How long personal details are kept. The act asks for the shortest period that serves; the periods are those of credit rules beside it. */
export const RETENTION: readonly RetentionEntry[] = [
  {
    id: 'retention.record.2021',
    with: 'record',
    counts: 'decision',
    period: months(60),
    source: `${SHORTEST}; 期限参照《浙江省公共信用信息管理条例》第十六条、《上海市社会信用条例》第三十五条(自认定之日起五年)`,
    mark: 'assumed',
    from: localDate('2021-11-01'),
  },
  {
    id: 'retention.rejection.2021',
    with: 'rejection',
    counts: 'receipt',
    period: days(180),
    source: `${SHORTEST}; 期限参照《网络安全法》第二十一条(留存不少于六个月)`,
    mark: 'assumed',
    from: localDate('2021-11-01'),
  },
];
