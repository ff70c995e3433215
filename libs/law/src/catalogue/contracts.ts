import { localDate } from '@chengxin/kernel';
import { amountColumn, column } from './columns.js';
import { determined, type Determined } from './determined.js';

const CONTRACTS = {
  source: '全国公共信用信息基础目录(2021年版) 类别7 合同履行信息',
  mark: 'assumed',
  from: localDate('2021-01-01'),
  category: 7,
  openness: 'shared',
} satisfies Partial<Determined>;

/** How contracts with public bodies are performed, as the body that manages them found it. */
export const CONTRACT_PERFORMANCE = determined({
  ...CONTRACTS,
  id: 'catalogue.contract-performance.2021',
  code: 'contract-performance',
  name: { zh: '合同履行', en: 'Contract performance' },
  polarity: 'neutral',
  updateCycleDays: 30,
  role: '合同主体',
  heads: {
    document: ['合同编号', '合同号'],
    day: ['履约认定日期', '履约评价日期', '认定日期'],
    authority: ['履约认定单位', '合同管理单位', '履约评价单位'],
  },
  columns: [
    column('contractKind', '合同类型', {
      type: 'enum',
      length: 64,
      required: true,
      values: ['政府采购', '招标投标', '特许经营', '土地出让', '政府和社会资本合作'],
      otherPrefix: '其他-',
    }),
    column('contractName', '合同名称', { length: 200, required: true, synonyms: ['项目名称'] }),
    column('counterparty', '合同相对方', { length: 200, required: true, synonyms: ['采购人', '招标人'] }),
    amountColumn('amount', '合同金额(万元)'),
    column('performance', '合同履行状态', {
      type: 'enum',
      length: 16,
      required: true,
      values: ['履行中', '全部履行', '部分履行', '未履行'],
      synonyms: ['履行状态', '履约情况'],
    }),
    column('breach', '违约情况', { length: 2000, required: { when: 'performance', is: ['部分履行', '未履行'] } }),
  ],
});

/** Money that an enterprise owes and that a department has found to be overdue. */
export const PAYMENT_ARREARS = determined({
  ...CONTRACTS,
  id: 'catalogue.payment-arrears.2021',
  source: `${CONTRACTS.source}; 《保障农民工工资支付条例》; 《保障中小企业款项支付条例》`,
  code: 'payment-arrears',
  name: { zh: '拖欠款项', en: 'Payment arrears' },
  polarity: 'adverse',
  role: '拖欠主体',
  heads: {
    document: ['拖欠认定文书号', '认定文书号', '文书号'],
    day: ['拖欠认定日期', '认定日期'],
    authority: ['拖欠认定单位', '认定单位'],
  },
  columns: [
    column('arrearsKind', '拖欠类型', {
      type: 'enum',
      length: 64,
      required: true,
      values: ['拖欠农民工工资', '拖欠中小企业款项', '欠缴社会保险费', '欠缴公用事业费用'],
      otherPrefix: '其他-',
    }),
    amountColumn('amount', '拖欠金额(万元)', { required: true, synonyms: ['拖欠金额', '欠缴金额'] }),
    column('content', '拖欠情况', { length: 2000, required: true }),
    column('basis', '认定依据', { length: 2048 }),
  ],
});
