import { localDate } from '@chengxin/kernel';
import { amountColumn, column } from './columns.js';
import { determined } from './determined.js';

const CATALOGUE_2021 = '全国公共信用信息基础目录(2021年版) 类别2 司法裁判及执行信息';

/** Judgments that have taken effect, as far as the court publishes them; which side an enterprise was on is said, not judged. */
export const JUDGMENT = determined({
  id: 'catalogue.judgment.2021',
  source: `${CATALOGUE_2021}; 《最高人民法院关于人民法院在互联网公布裁判文书的规定》`,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'judgment',
  name: { zh: '生效裁判', en: 'Judgment' },
  category: 2,
  polarity: 'neutral',
  openness: 'public',
  role: '当事人',
  heads: {
    document: ['案号', '裁判文书号', '文书号'],
    day: ['裁判日期', '判决日期', '决定日期'],
    authority: ['审理法院', '作出裁判法院', '法院名称'],
  },
  columns: [
    column('caseKind', '案件类型', { type: 'enum', length: 64, required: true, values: ['民事', '行政', '刑事'], otherPrefix: '其他-' }),
    column('partyRole', '诉讼地位', {
      type: 'enum',
      length: 64,
      required: true,
      values: ['原告', '被告', '上诉人', '被上诉人', '申请人', '被申请人', '被告单位', '第三人'],
      otherPrefix: '其他-',
    }),
    column('cause', '案由', { length: 200, required: true, synonyms: ['罪名'] }),
    column('content', '裁判结果', { length: 4000, required: true, synonyms: ['判决结果', '裁判主文'] }),
    column('effectiveOn', '生效日期', { type: 'date' }),
  ],
});

/** Enterprises against whom a court enforces: 被执行人. Those on the list of dishonest ones are in the item serious-dishonesty. */
export const ENFORCEMENT = determined({
  id: 'catalogue.enforcement.2021',
  source: `${CATALOGUE_2021}; 《民事诉讼法》执行程序`,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'enforcement',
  name: { zh: '被执行人', en: 'Enforcement' },
  category: 2,
  polarity: 'adverse',
  openness: 'public',
  role: '被执行人',
  heads: { document: ['执行案号', '案号'], day: ['执行立案日期', '立案日期', '立案时间'], authority: ['执行法院', '法院名称'] },
  columns: [
    column('basis', '执行依据', { length: 200, synonyms: ['执行依据文号'] }),
    amountColumn('amount', '执行标的(万元)', { required: true, synonyms: ['执行标的', '执行标的金额'] }),
    amountColumn('openAmount', '未履行金额(万元)'),
  ],
});

/** Orders of a court that restrict the consumption of an enterprise and those who answer for it: 限制消费. */
export const CONSUMPTION_RESTRICTION = determined({
  id: 'catalogue.consumption-restriction.2021',
  source: `${CATALOGUE_2021}; 《最高人民法院关于限制被执行人高消费及有关消费的若干规定》(法释〔2015〕17号)`,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'consumption-restriction',
  name: { zh: '限制消费', en: 'Consumption restriction' },
  category: 2,
  polarity: 'adverse',
  openness: 'public',
  role: '被执行人',
  heads: {
    document: ['限制消费令文号', '案号', '文书号'],
    day: ['限制消费令作出日期', '发出日期', '决定日期'],
    authority: ['作出法院', '执行法院', '法院名称'],
  },
  columns: [
    column('reason', '限制消费事由', { length: 2000, required: true, synonyms: ['事由'] }),
    column('validUntil', '解除日期', { type: 'date', synonyms: ['有效期至'] }),
  ],
});
