import { localDate } from '@chengxin/kernel';
import { column, DECISION_KEY, sourceColumns, subjectColumns } from './columns.js';
import { type CatalogueField, type CatalogueItem } from './item.js';

/** A listing rests on a document of the unit that listed; nothing is listed by a machine alone. */
const listingColumns = (): CatalogueField[] => [
  column('documentNumber', '列入决定文书号', { length: 128, required: true, synonyms: ['列入决定书文号', '列入文号', '文书号'] }),
  column('reason', '列入事由', { length: 2000, required: true, synonyms: ['列入原因'] }),
  column('basis', '列入依据', { length: 2048, required: true }),
  column('decidedOn', '列入决定日期', { type: 'date', required: true, synonyms: ['列入日期', '决定日期'] }),
  column('authorityName', '列入决定机关', { length: 200, required: true, synonyms: ['列入机关', '作出决定机关'] }),
  column('authorityCode', '列入决定机关统一社会信用代码', { type: 'credit-code', length: 18, required: true, synonyms: ['列入机关代码'] }),
];

/** 严重失信主体名单 in use when the interim rules of 2020 came. */
const LISTS_2020 = [
  '失信被执行人',
  '重大税收违法失信主体',
  '拖欠农民工工资失信联合惩戒对象',
  '市场监督管理严重违法失信名单',
  '政府采购严重违法失信行为记录名单',
  '安全生产严重失信主体名单',
];

/** The further lists, as the sectors have set them up since. */
const LISTS_2024 = [
  '消防安全严重失信主体名单',
  '统计严重失信企业',
  '文化和旅游市场严重失信主体名单',
  '知识产权严重违法失信名单',
  '社会保险严重失信主体名单',
  '海关失信企业',
  '运输物流行业严重失信主体名单',
  '医疗保障严重失信主体名单',
  '能源行业严重失信主体名单',
  '公共资源交易严重失信主体名单',
];

const seriousListing = (lists: readonly string[]): Omit<CatalogueItem, 'id' | 'source' | 'mark' | 'from' | 'until'> => ({
  code: 'serious-dishonesty',
  name: { zh: '严重失信主体名单', en: 'Serious-dishonesty list' },
  category: 6,
  polarity: 'adverse',
  openness: 'public',
  updateCycleDays: 3,
  key: DECISION_KEY,
  fields: [
    ...subjectColumns(),
    column('listName', '名单名称', {
      type: 'enum',
      length: 100,
      required: true,
      values: lists,
      otherPrefix: '其他-',
      synonyms: ['失信名单名称'],
    }),
    ...listingColumns(),
    column('validUntil', '列入期限至', { type: 'date', synonyms: ['有效期至'] }),
    ...sourceColumns(undefined),
  ],
});

/** Enterprises on a list of seriously dishonest subjects; the dishonest judgment debtors 失信被执行人 are one of the lists. */
export const SERIOUS_DISHONESTY: readonly CatalogueItem[] = [
  {
    id: 'catalogue.serious-dishonesty.2020',
    source: '国办发〔2020〕49号; 《市场监督管理严重违法失信名单管理办法》(市场监管总局令第44号); 全国公共信用信息基础目录 类别6',
    mark: 'recalled',
    from: localDate('2020-12-07'),
    until: localDate('2023-12-31'),
    ...seriousListing(LISTS_2020),
  },
  {
    // The names of the further lists are recalled, the day since when all of them are accepted is assumed.
    id: 'catalogue.serious-dishonesty.2024',
    source: '国办发〔2020〕49号; 全国公共信用信息基础目录(2024年版) 类别6 严重失信主体名单信息; 收录日期推定',
    mark: 'assumed',
    from: localDate('2024-01-01'),
    ...seriousListing([...LISTS_2020, ...LISTS_2024]),
  },
];

/** Enterprises on the list of abnormal operation. */
export const ABNORMAL_OPERATION: CatalogueItem = {
  id: 'catalogue.abnormal-operation.2014',
  source: '《企业信息公示暂行条例》(国务院令第654号)第十七条; 《企业经营异常名录管理暂行办法》; 全国公共信用信息基础目录 类别5',
  mark: 'recalled',
  from: localDate('2014-10-01'),
  code: 'abnormal-operation',
  name: { zh: '经营异常名录', en: 'Abnormal-operation list' },
  category: 5,
  polarity: 'adverse',
  openness: 'public',
  updateCycleDays: 1,
  key: DECISION_KEY,
  fields: [...subjectColumns(), ...listingColumns(), ...sourceColumns(undefined)],
};
