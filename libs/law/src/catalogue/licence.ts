import { localDate } from '@chengxin/kernel';
import { column, DECISION_KEY, partyColumns, sourceColumns } from './columns.js';
import { type CatalogueItem } from './item.js';

/** Administrative licences in the official layout of twenty-eight columns; 2099/12/31 as an end means without end. */
export const LICENCE: CatalogueItem = {
  id: 'catalogue.licence.2018',
  source: '发改办财金〔2018〕424号 附件 行政许可信用信息公示标准; 全国公共信用信息基础目录 类别3',
  mark: 'confirmed',
  from: localDate('2018-07-25'),
  code: 'licence',
  name: { zh: '行政许可', en: 'Administrative licence' },
  category: 3,
  polarity: 'neutral',
  openness: 'public',
  updateCycleDays: 7,
  key: DECISION_KEY,
  fields: [
    ...partyColumns('XK'),
    column('documentName', '行政许可决定文书名称', { code: 'XK_XKWS', length: 64, required: true, synonyms: ['许可决定文书名称'] }),
    column('documentNumber', '行政许可决定文书号', {
      code: 'XK_WSH',
      length: 64,
      required: true,
      synonyms: ['行政许可决定书文号', '许可决定书文号', '文书号'],
    }),
    column('licenceKind', '许可类别', {
      code: 'XK_XKLB',
      type: 'enum',
      length: 256,
      required: true,
      values: ['普通', '特许', '认可', '核准', '登记'],
      otherPrefix: '其他-',
    }),
    column('certificateName', '许可证书名称', { code: 'XK_XKZS', length: 64 }),
    column('licenceNumber', '许可编号', { code: 'XK_XKBH', length: 64, synonyms: ['许可证编号'] }),
    column('content', '许可内容', { code: 'XK_NR', length: 4000, required: true }),
    column('decidedOn', '许可决定日期', { code: 'XK_JDRQ', type: 'date', required: true, synonyms: ['决定日期'] }),
    column('validFrom', '有效期自', { code: 'XK_YXQZ', type: 'date', required: true }),
    column('validUntil', '有效期至', { code: 'XK_YXQZI', type: 'date', required: true }),
    column('authorityName', '许可机关', { code: 'XK_XKJG', length: 200, required: true, synonyms: ['许可机关名称'] }),
    column('authorityCode', '许可机关统一社会信用代码', { code: 'XK_XKJGDM', type: 'credit-code', length: 18, required: true }),
    // 1 valid, 2 no longer valid.
    column('state', '当前状态', { code: 'XK_ZT', type: 'enum', length: 1, required: true, values: ['1', '2'], synonyms: ['状态'] }),
    ...sourceColumns({ name: 'XK_LYDW', code: 'XK_LYDWDM', remarks: 'BZ' }),
  ],
};
