import { type Sort } from './sort.js';

/** What departments report of their administration beside licences, penalties and lists. */
export const DEPARTMENT_SORTS: readonly Sort[] = [
  {
    item: 'administrative-compulsion',
    by: ['environment'],
    document: '强',
    told: [
      {
        measure: '查封场所、设施或者财物',
        reason: '违法排放污染物,造成或者可能造成严重污染',
        basis: '《中华人民共和国环境保护法》第二十五条',
      },
      { measure: '代履行', reason: '逾期未处置固体废物', basis: '《中华人民共和国固体废物污染环境防治法》第一百一十三条' },
    ],
  },
  {
    item: 'administrative-inspection',
    by: ['market-regulation', 'emergency'],
    document: '检',
    told: [
      { inspectionKind: '双随机抽查', content: '登记事项和公示信息检查', result: '未发现问题', by: 'market-regulation' },
      { inspectionKind: '产品质量监督抽查', content: '产品质量监督抽查', result: '未发现问题', by: 'market-regulation' },
      { inspectionKind: '双随机抽查', content: '公示信息检查', result: '发现问题已责令改正', by: 'market-regulation' },
      { inspectionKind: '专项检查', content: '有限空间作业安全检查', result: '发现问题已责令改正', by: 'emergency' },
      { inspectionKind: '日常检查', content: '安全生产责任制落实情况检查', result: '未发现问题', by: 'emergency' },
    ],
  },
  {
    item: 'administrative-reward',
    by: ['development'],
    document: '奖',
    told: [
      { rewardName: '澄州市技术改造先进单位奖励', content: '给予技术改造奖励', basis: '澄州市促进工业发展若干措施(虚构)' },
      { rewardName: '澄州市节能降耗先进单位奖励', content: '给予节能降耗奖励', basis: '澄州市促进工业发展若干措施(虚构)' },
    ],
  },
  {
    item: 'administrative-act',
    by: ['natural-resources'],
    document: '行',
    told: [
      { actKind: '行政征收', content: '征收矿产资源补偿相关费用', basis: '《中华人民共和国矿产资源法》', amount: '12.5' },
      { actKind: '行政确认', content: '确认不动产权属登记资料', basis: '《不动产登记暂行条例》' },
      { actKind: '行政补偿', content: '因公共利益收回土地使用权,给予补偿', basis: '《中华人民共和国土地管理法》', amount: '36' },
    ],
  },
  {
    item: 'tax-abnormal',
    by: ['tax'],
    document: '非正',
    told: [{ reason: '未按照规定的期限申报纳税,经查无下落', basis: '《税务登记管理办法》' }],
  },
  {
    item: 'payment-arrears',
    by: ['human-resources'],
    document: '欠',
    told: [
      { arrearsKind: '拖欠农民工工资', amount: '9.6', content: '拖欠工人工资,经责令限期支付', basis: '《保障农民工工资支付条例》' },
      { arrearsKind: '欠缴社会保险费', amount: '2.35', content: '未按时足额缴纳社会保险费', basis: '《中华人民共和国社会保险法》' },
    ],
  },
  {
    item: 'compliance-fact',
    by: ['human-resources'],
    document: '守',
    months: 12,
    told: [
      { lawName: '《中华人民共和国劳动合同法》', content: '年度劳动用工书面审查合格', period: '上一年度' },
      { lawName: '《中华人民共和国社会保险法》', content: '按时足额缴纳社会保险费', period: '上一年度' },
    ],
  },
  {
    item: 'intellectual-property-infringement',
    by: ['market-regulation'],
    document: '侵',
    told: [
      {
        rightKind: '商标',
        rightName: '澄湖(虚构商标)',
        facts: '销售侵犯注册商标专用权的商品',
        basis: '《中华人民共和国商标法》第六十条',
        content: '责令立即停止侵权行为',
      },
    ],
  },
];
