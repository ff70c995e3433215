import { type Sort } from './sort.js';

/** What the courts of the city report. */
export const COURT_SORTS: readonly Sort[] = [
  {
    item: 'judgment',
    by: ['court'],
    document: '判',
    told: [
      { caseKind: '民事', partyRole: '被告', cause: '买卖合同纠纷', content: '被告于本判决生效之日起十日内支付货款人民币86000元。' },
      { caseKind: '民事', partyRole: '原告', cause: '承揽合同纠纷', content: '被告向原告支付加工费人民币42000元;案件受理费由被告负担。' },
      { caseKind: '民事', partyRole: '被告', cause: '劳动争议', content: '驳回被告的诉讼请求,维持仲裁裁决。' },
      { caseKind: '行政', partyRole: '原告', cause: '不服行政处罚', content: '驳回原告的诉讼请求。' },
    ],
  },
  {
    item: 'enforcement',
    by: ['court'],
    document: '执',
    told: [
      { basis: '澄州市中级人民法院民事判决书', amount: '8.6', openAmount: '8.6' },
      { basis: '澄州市劳动人事争议仲裁委员会仲裁裁决书', amount: '3.25', openAmount: '1.05' },
      { basis: '澄州市中级人民法院民事调解书', amount: '47.8', openAmount: '0' },
    ],
  },
  {
    item: 'consumption-restriction',
    by: ['court'],
    document: '限消',
    told: [{ reason: '未按执行通知书指定的期间履行生效法律文书确定的给付义务' }],
  },
];
