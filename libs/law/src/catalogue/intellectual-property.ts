import { localDate } from '@chengxin/kernel';
import { column } from './columns.js';
import { determined, type Determined } from './determined.js';
import { type CatalogueField } from './item.js';

const RIGHTS = {
  source: '全国公共信用信息基础目录(2024年版) 类别12 知识产权信息',
  mark: 'assumed',
  from: localDate('2024-01-01'),
  category: 12,
  openness: 'public',
} satisfies Partial<Determined>;

const rightColumns = (): CatalogueField[] => [
  column('rightKind', '知识产权类型', {
    type: 'enum',
    length: 64,
    required: true,
    values: ['发明专利', '实用新型专利', '外观设计专利', '商标', '著作权', '地理标志', '集成电路布图设计', '植物新品种'],
    otherPrefix: '其他-',
  }),
  column('rightName', '知识产权名称', { length: 200, required: true }),
];

/** What is registered of an enterprise's intellectual property: the right itself, its pledge, transfer or licence. */
export const INTELLECTUAL_PROPERTY = determined({
  ...RIGHTS,
  id: 'catalogue.intellectual-property.2024',
  code: 'intellectual-property',
  name: { zh: '知识产权登记', en: 'Intellectual property' },
  polarity: 'neutral',
  updateCycleDays: 30,
  role: '权利人',
  heads: { document: ['登记号', '注册号', '专利号'], day: ['登记日期', '注册日期', '授权公告日'], authority: ['登记机关', '注册机关'] },
  columns: [
    ...rightColumns(),
    column('matter', '登记事项', { type: 'enum', length: 32, required: true, values: ['权利登记', '质押', '转让', '许可'] }),
    column('otherParty', '质权人(受让人、被许可人)', {
      length: 200,
      required: { when: 'matter', is: ['质押', '转让', '许可'] },
      synonyms: ['质权人', '受让人', '被许可人'],
    }),
    column('validUntil', '有效期至', { type: 'date' }),
  ],
});

/** Decisions that an enterprise infringed the intellectual property of another. */
export const INTELLECTUAL_PROPERTY_INFRINGEMENT = determined({
  ...RIGHTS,
  id: 'catalogue.intellectual-property-infringement.2024',
  source: `${RIGHTS.source}; 《专利法》第六十五条; 《商标法》第六十条`,
  code: 'intellectual-property-infringement',
  name: { zh: '知识产权侵权裁决', en: 'Infringement of intellectual property' },
  polarity: 'adverse',
  role: '侵权人',
  heads: {
    document: ['侵权裁决书文号', '裁决书文号', '文书号'],
    day: ['侵权裁决日期', '裁决日期', '决定日期'],
    authority: ['裁决机关', '作出裁决机关'],
  },
  columns: [
    ...rightColumns(),
    column('facts', '侵权事实', { length: 2000, required: true }),
    column('basis', '裁决依据', { length: 2048, required: true }),
    column('content', '裁决内容', { length: 2000, required: true, synonyms: ['裁决结果'] }),
  ],
});
