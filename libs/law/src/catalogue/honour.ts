import { localDate } from '@chengxin/kernel';
import { column, DECISION_KEY, sourceColumns, subjectColumns } from './columns.js';
import { type CatalogueItem } from './item.js';

/** Honours for honest trading, given by bodies of the Party or the state. */
export const HONOUR: CatalogueItem = {
  id: 'catalogue.honour.2021',
  source: '全国公共信用信息基础目录 类别11 诚实守信相关荣誉信息',
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'honour',
  name: { zh: '诚实守信相关荣誉', en: 'Honour' },
  category: 11,
  polarity: 'favourable',
  openness: 'public',
  updateCycleDays: 30,
  key: DECISION_KEY,
  fields: [
    ...subjectColumns(),
    column('honourName', '荣誉名称', { length: 200, required: true, synonyms: ['表彰名称', '荣誉称号'] }),
    column('grade', '荣誉级别', { type: 'enum', length: 16, values: ['国家级', '省级', '市级', '县级'], synonyms: ['级别'] }),
    column('documentNumber', '表彰文书号', { length: 128, required: true, synonyms: ['认定文号', '表彰文号', '文书号'] }),
    column('content', '荣誉内容', { length: 2000 }),
    column('decidedOn', '认定日期', { type: 'date', required: true, synonyms: ['表彰日期', '决定日期'] }),
    column('validUntil', '有效期至', { type: 'date' }),
    column('authorityName', '认定机关', { length: 200, required: true, synonyms: ['表彰机关', '授予机关'] }),
    column('authorityCode', '认定机关统一社会信用代码', { type: 'credit-code', length: 18, required: true, synonyms: ['表彰机关代码'] }),
    ...sourceColumns(undefined),
  ],
};
