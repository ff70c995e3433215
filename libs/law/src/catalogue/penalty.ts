import { localDate } from '@chengxin/kernel';
import { amountColumn, column, DECISION_KEY, partyColumns, sourceColumns } from './columns.js';
import { type CatalogueField, type CatalogueItem } from './item.js';

/** 处罚类别 of the layout of 2018. */
const KINDS_2018 = ['警告', '罚款', '没收违法所得', '没收非法财物', '责令停产停业', '暂扣或者吊销许可证', '暂扣或者吊销执照', '行政拘留'];

/** 处罚类别 of 《行政处罚法》 2021, Art. 9. */
const KINDS_2021 = [
  '警告',
  '通报批评',
  '罚款',
  '没收违法所得',
  '没收非法财物',
  '暂扣许可证件',
  '降低资质等级',
  '吊销许可证件',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
  '行政拘留',
  '法律、行政法规规定的其他行政处罚',
];

const REVOKING = ['暂扣或者吊销许可证', '暂扣或者吊销执照', '暂扣许可证件', '吊销许可证件'];

const amountColumns = (kinds: readonly string[]): CatalogueField[] => [
  amountColumn('fineAmount', '罚款金额(万元)', {
    code: 'CF_NR_FK',
    required: { when: 'penaltyKinds', is: ['罚款'] },
    synonyms: ['罚款金额（万元）', '罚款金额'],
  }),
  amountColumn('confiscatedAmount', '没收违法所得、没收非法财物的金额(万元)', {
    code: 'CF_NR_WFFF',
    required: { when: 'penaltyKinds', is: ['没收违法所得', '没收非法财物'] },
    synonyms: ['没收违法所得、没收非法财物的金额（万元）', '没收金额', '没收违法所得、没收非法财物的金额'],
  }),
  column('revokedLicence', '暂扣或吊销证照名称及编号', {
    code: 'CF_NR_ZKDX',
    length: 200,
    required: { when: 'penaltyKinds', is: kinds.filter((kind) => REVOKING.includes(kind)) },
  }),
];

const decisionColumns = (kinds: readonly string[]): CatalogueField[] => [
  column('documentNumber', '行政处罚决定书文号', {
    code: 'CF_WSH',
    length: 128,
    required: true,
    synonyms: ['处罚决定书文号', '决定书文号', '文书号'],
  }),
  column('offence', '违法行为类型', { code: 'CF_WFXW', length: 2000, required: true, synonyms: ['违法行为'] }),
  column('facts', '违法事实', { code: 'CF_SY', length: 2000, required: true, synonyms: ['处罚事由'] }),
  column('basis', '处罚依据', { code: 'CF_YJ', length: 2048, required: true }),
  column('penaltyKinds', '处罚类别', {
    code: 'CF_CFLB',
    type: 'set',
    length: 255,
    required: true,
    values: kinds,
    otherPrefix: '其他-',
    synonyms: ['处罚种类'],
  }),
  column('content', '处罚内容', { code: 'CF_NR', length: 4000, required: true, synonyms: ['处罚结果'] }),
  ...amountColumns(kinds),
  column('decidedOn', '处罚决定日期', { code: 'CF_JDRQ', type: 'date', required: true, synonyms: ['决定日期'] }),
  column('validUntil', '处罚有效期', { code: 'CF_YXQ', type: 'date', required: true, synonyms: ['有效期至'] }),
  column('publicityUntil', '公示截止期', { code: 'CF_GSJZQ', type: 'date', synonyms: ['公示截止日期', '公示期限'] }),
  column('authorityName', '处罚机关', { code: 'CF_CFJG', length: 200, required: true, synonyms: ['处罚机关名称'] }),
  column('authorityCode', '处罚机关统一社会信用代码', { code: 'CF_CFJGDM', type: 'credit-code', length: 18, required: true }),
];

/** Two columns beyond the official thirty; without them procedure and sector are assumed, and the record says so. */
const optionalColumns = (): CatalogueField[] => [
  column('procedure', '处罚程序', {
    type: 'enum',
    length: 16,
    values: ['简易程序', '普通程序'],
    synonyms: ['案件程序', '程序类型', '办案程序'],
  }),
  column('sector', '行业领域', { length: 64, synonyms: ['监管领域', '所属领域'] }),
];

const layout = (kinds: readonly string[]): Omit<CatalogueItem, 'id' | 'source' | 'mark' | 'from' | 'until'> => ({
  code: 'penalty',
  name: { zh: '行政处罚', en: 'Administrative penalty' },
  category: 3,
  polarity: 'adverse',
  openness: 'public',
  updateCycleDays: 7,
  key: DECISION_KEY,
  fields: [
    ...partyColumns('CF'),
    ...decisionColumns(kinds),
    ...sourceColumns({ name: 'CF_SJLY', code: 'CF_SJLYDM', remarks: 'BZ' }),
    ...optionalColumns(),
  ],
});

/** Administrative penalties in the official layout of thirty columns; the penalty kinds are those of 2018, then of both lists. */
export const PENALTY: readonly CatalogueItem[] = [
  {
    id: 'catalogue.penalty.2018',
    source: '发改办财金〔2018〕424号 附件 行政处罚信用信息公示标准; 全国公共信用信息基础目录 类别3',
    mark: 'confirmed',
    from: localDate('2018-07-25'),
    until: localDate('2021-07-14'),
    ...layout(KINDS_2018),
  },
  {
    id: 'catalogue.penalty.2021',
    source: '发改办财金〔2018〕424号 附件 行政处罚信用信息公示标准; 《行政处罚法》(2021年修订)第九条; 全国公共信用信息基础目录 类别3',
    mark: 'confirmed',
    from: localDate('2021-07-15'),
    // Decisions taken under the older list still arrive late, so both lists are accepted.
    ...layout([...new Set([...KINDS_2021, ...KINDS_2018])]),
  },
];
