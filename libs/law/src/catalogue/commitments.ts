import { localDate } from '@chengxin/kernel';
import { column, DECISION_KEY, determinedColumns, PARTY_KINDS, sourceColumns, subjectColumns } from './columns.js';
import { determined } from './determined.js';
import { disclosureKindColumn } from './disclosure.js';
import { type CatalogueField, type CatalogueItem } from './item.js';

const COMMITMENTS = '全国公共信用信息基础目录(2021年版) 类别8 信用承诺及履行情况信息';

const NOT_WHOLLY = { when: 'performance', is: ['部分履行', '全部未履行'] };

const commitmentKind = (): CatalogueField =>
  column('commitmentKind', '承诺类型', {
    type: 'enum',
    length: 64,
    required: true,
    values: ['审批替代型', '容缺受理型', '证明事项型', '信用修复型', '行业自律型', '主动型'],
    otherPrefix: '其他-',
  });

const performanceColumns = (): CatalogueField[] => [
  column('performance', '承诺履行状态', {
    type: 'enum',
    length: 16,
    required: true,
    values: ['全部履行', '部分履行', '全部未履行'],
    synonyms: ['履行状态'],
  }),
  column('unperformed', '未履行的承诺内容', { length: 4000, required: NOT_WHOLLY }),
  column('accountability', '违诺责任追究内容', { length: 4000, required: NOT_WHOLLY }),
  column('performanceFoundOn', '承诺履行状态认定日期', { type: 'date' }),
  column('performanceUnit', '承诺履行状态认定单位', { length: 200 }),
  column('performanceUnitCode', '承诺履行状态认定单位代码', { type: 'credit-code', length: 18, synonyms: ['认定单位代码'] }),
];

/** A credit commitment and how it was performed, in the national layout of twenty columns. */
export const CREDIT_COMMITMENT: CatalogueItem = {
  id: 'catalogue.credit-commitment.2021',
  source: `${COMMITMENTS}; 信用承诺信息归集模板(承诺编码等二十项)`,
  mark: 'recalled',
  from: localDate('2021-01-01'),
  code: 'credit-commitment',
  name: { zh: '信用承诺', en: 'Credit commitment' },
  category: 8,
  polarity: 'neutral',
  openness: 'public',
  updateCycleDays: 7,
  key: DECISION_KEY,
  fields: [
    ...subjectColumns('承诺人'),
    column('partyKind', '承诺人类别', { type: 'enum', length: 16, required: true, values: PARTY_KINDS }),
    commitmentKind(),
    column('matter', '承诺事由', { length: 512, required: true }),
    column('content', '承诺内容', { length: 4000, required: true }),
    column('liability', '违诺责任', { length: 4000, required: true }),
    column('validUntil', '承诺有效期', { type: 'date', synonyms: ['有效期至'] }),
    ...performanceColumns(),
    ...determinedColumns({
      document: ['承诺编码', '承诺编号'],
      day: ['承诺作出日期', '承诺日期'],
      authority: ['承诺受理单位', '受理单位'],
    }),
    disclosureKindColumn(),
    ...sourceColumns(undefined),
  ],
};

/** A commitment that a unit found to be broken: a fact of its own, with a document against which the enterprise can object. */
export const BROKEN_COMMITMENT = determined({
  id: 'catalogue.broken-commitment.2021',
  source: `${COMMITMENTS}; 《深圳经济特区社会信用条例》第五十七条至第六十四条(参照)`,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'broken-commitment',
  name: { zh: '违反信用承诺', en: 'Broken commitment' },
  category: 8,
  polarity: 'adverse',
  openness: 'shared',
  role: '承诺人',
  heads: {
    document: ['违诺认定文书号', '认定文书号', '文书号'],
    day: ['违诺认定日期', '认定日期'],
    authority: ['违诺认定单位', '认定单位'],
  },
  columns: [
    column('commitmentNumber', '承诺编码', { length: 128, required: true, synonyms: ['承诺编号'] }),
    commitmentKind(),
    column('unperformed', '未履行的承诺内容', { length: 4000, required: true }),
    column('accountability', '违诺责任追究内容', { length: 4000 }),
  ],
});
