import { localDate } from '@chengxin/kernel';
import { amountColumn, column } from './columns.js';
import { determined, type Determined } from './determined.js';

/** Beside licences and penalties departments share what else they did in the administration of an enterprise. */
const ADMINISTRATION = {
  source: '全国公共信用信息基础目录(2021年版) 类别3 行政管理信息; 国办发〔2019〕35号',
  mark: 'assumed',
  from: localDate('2021-01-01'),
  category: 3,
  openness: 'shared',
  role: '行政相对人',
} satisfies Partial<Determined>;

/** Compulsory measures and compulsory execution. */
export const ADMINISTRATIVE_COMPULSION = determined({
  ...ADMINISTRATION,
  id: 'catalogue.administrative-compulsion.2021',
  source: `${ADMINISTRATION.source}; 《行政强制法》第九条、第十二条`,
  code: 'administrative-compulsion',
  name: { zh: '行政强制', en: 'Administrative compulsion' },
  polarity: 'adverse',
  heads: {
    document: ['行政强制决定书文号', '强制决定书文号', '文书号'],
    day: ['行政强制决定日期', '决定日期'],
    authority: ['行政强制机关', '强制机关'],
  },
  columns: [
    column('measure', '行政强制方式', {
      type: 'set',
      length: 255,
      required: true,
      values: [
        '查封场所、设施或者财物',
        '扣押财物',
        '冻结存款、汇款',
        '加处罚款或者滞纳金',
        '划拨存款、汇款',
        '拍卖或者依法处理查封、扣押的场所、设施或者财物',
        '排除妨碍、恢复原状',
        '代履行',
      ],
      otherPrefix: '其他-',
      synonyms: ['强制方式', '强制种类'],
    }),
    column('reason', '行政强制事由', { length: 2000, required: true, synonyms: ['强制事由'] }),
    column('basis', '行政强制依据', { length: 2048, required: true, synonyms: ['强制依据'] }),
  ],
});

/** What an inspection found, also when it found nothing. */
export const ADMINISTRATIVE_INSPECTION = determined({
  ...ADMINISTRATION,
  id: 'catalogue.administrative-inspection.2021',
  source: `${ADMINISTRATION.source}; 国发〔2019〕5号(双随机、一公开)`,
  code: 'administrative-inspection',
  name: { zh: '行政监督检查', en: 'Administrative inspection' },
  polarity: 'neutral',
  updateCycleDays: 20,
  heads: {
    document: ['检查文书号', '检查编号', '文书号'],
    day: ['检查日期', '抽查日期'],
    authority: ['检查机关', '检查实施机关', '抽查机关'],
  },
  columns: [
    column('inspectionKind', '检查类型', {
      type: 'enum',
      length: 64,
      required: true,
      values: ['双随机抽查', '专项检查', '日常检查', '产品质量监督抽查'],
      otherPrefix: '其他-',
      synonyms: ['抽查类型'],
    }),
    column('content', '检查事项', { length: 2000, required: true, synonyms: ['检查内容', '抽查事项'] }),
    column('result', '检查结果', {
      type: 'enum',
      length: 64,
      required: true,
      values: ['未发现问题', '发现问题已责令改正', '发现问题待后续处理', '通过登记的住所无法联系', '不配合检查情节严重'],
      otherPrefix: '其他-',
      synonyms: ['抽查结果'],
    }),
  ],
});

/** Rewards by departments that are no honour for honesty: those are in the item honour. */
export const ADMINISTRATIVE_REWARD = determined({
  ...ADMINISTRATION,
  id: 'catalogue.administrative-reward.2021',
  code: 'administrative-reward',
  name: { zh: '行政奖励', en: 'Administrative reward' },
  polarity: 'favourable',
  updateCycleDays: 30,
  heads: { document: ['奖励决定文号', '奖励文号', '文书号'], day: ['奖励决定日期', '奖励日期'], authority: ['奖励机关', '授奖机关'] },
  columns: [
    column('rewardName', '奖励名称', { length: 200, required: true }),
    column('content', '奖励内容', { length: 2000, required: true }),
    column('basis', '奖励依据', { length: 2048 }),
  ],
});

/** The other acts of administration, one by one: confirmation, levy, payment, adjudication, compensation. */
export const ADMINISTRATIVE_ACT = determined({
  ...ADMINISTRATION,
  id: 'catalogue.administrative-act.2021',
  code: 'administrative-act',
  name: { zh: '其他行政行为', en: 'Other administrative act' },
  polarity: 'neutral',
  updateCycleDays: 30,
  heads: { document: ['行政决定文书号', '决定书文号', '文书号'], day: ['行政决定日期', '决定日期'], authority: ['行政机关', '决定机关'] },
  columns: [
    column('actKind', '行政行为类别', {
      type: 'enum',
      length: 64,
      required: true,
      values: ['行政确认', '行政征收', '行政给付', '行政裁决', '行政补偿'],
      otherPrefix: '其他-',
    }),
    column('content', '决定内容', { length: 2000, required: true }),
    column('basis', '决定依据', { length: 2048 }),
    amountColumn('amount', '涉及金额(万元)'),
  ],
});
