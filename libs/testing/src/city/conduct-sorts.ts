import { type Sort } from './sort.js';

/** What is reported of an enterprise's contracts, commitments, ratings, staff and rights, and what it says of itself. */
export const CONDUCT_SORTS: readonly Sort[] = [
  {
    item: 'professional-qualification',
    by: ['human-resources'],
    document: '职',
    told: [
      { qualificationName: '一级建造师', level: '一级', holders: '3' },
      { qualificationName: '注册安全工程师', level: '中级', holders: '2' },
      { qualificationName: '高级工程师', level: '高级', holders: '5' },
    ],
  },
  {
    item: 'contract-performance',
    by: ['resource-trading'],
    document: '合',
    told: [
      {
        contractKind: '政府采购',
        contractName: '办公设备采购项目',
        counterparty: '澄州市政府采购中心',
        amount: '28.5',
        performance: '全部履行',
      },
      { contractKind: '招标投标', contractName: '道路养护工程', counterparty: '澄州市交通运输局', amount: '160', performance: '履行中' },
      {
        contractKind: '招标投标',
        contractName: '绿化养护服务',
        counterparty: '澄州市住房和城乡建设局',
        amount: '45',
        performance: '部分履行',
        breach: '未按合同约定的频次养护,已按合同扣减价款',
      },
    ],
  },
  {
    item: 'credit-commitment',
    by: ['approval'],
    document: '诺',
    demonstrated: true,
    months: 24,
    told: [
      {
        commitmentKind: '审批替代型',
        matter: '申请办理行政许可',
        content: '承诺符合许可条件,提交的材料真实有效。',
        liability: '违反承诺的,撤销许可并记入信用记录。',
        performance: '全部履行',
        disclosure: '可向社会公开',
      },
      {
        commitmentKind: '容缺受理型',
        matter: '容缺受理',
        content: '承诺在十个工作日内补齐材料。',
        liability: '违反承诺的,不予许可并记入信用记录。',
        performance: '全部履行',
        disclosure: '特定范围内公开',
      },
      {
        commitmentKind: '证明事项型',
        matter: '告知承诺制证明事项',
        content: '承诺符合证明事项的要求。',
        liability: '违反承诺的,依法追究责任。',
        performance: '部分履行',
        unperformed: '未在期限内补交证明材料',
        accountability: '责令限期补交',
        disclosure: '不可公开',
      },
    ],
  },
  {
    item: 'broken-commitment',
    by: ['approval'],
    document: '违诺',
    told: [
      {
        commitmentNumber: '42950020240315000012',
        commitmentKind: '审批替代型',
        unperformed: '核查发现经营场所不符合承诺的条件',
        accountability: '责令限期改正',
      },
    ],
  },
  {
    item: 'department-rating',
    by: ['tax', 'customs'],
    document: '评',
    months: 24,
    told: [
      { ratingName: '纳税信用评价', grade: 'A', period: '上一年度', disclosure: '社会公开', by: 'tax' },
      { ratingName: '纳税信用评价', grade: 'B', period: '上一年度', disclosure: '政务共享', by: 'tax' },
      { ratingName: '海关企业信用管理', grade: '高级认证企业', disclosure: '社会公开', by: 'customs' },
      { ratingName: '海关企业信用管理', grade: '常规管理企业', disclosure: '政务共享', by: 'customs' },
    ],
  },
  {
    item: 'intellectual-property',
    by: ['market-regulation'],
    document: '知',
    months: 120,
    told: [
      { rightKind: '商标', rightName: '澄湖(虚构商标)', matter: '权利登记' },
      { rightKind: '实用新型专利', rightName: '一种节能设备(虚构)', matter: '权利登记' },
      { rightKind: '发明专利', rightName: '一种处理工艺(虚构)', matter: '质押', otherParty: '澄州农村商业银行(虚构)' },
    ],
  },
  {
    item: 'volunteered-fact',
    by: ['credit-centre'],
    document: '申',
    demonstrated: true,
    months: 36,
    told: [
      {
        factKind: '管理体系认证',
        title: '质量管理体系认证',
        content: '通过质量管理体系认证。',
        truthCommitment: '已承诺',
        disclosure: '社会公开',
      },
      { factKind: '社会责任', title: '社会公益活动', content: '组织公益活动。', truthCommitment: '已承诺', disclosure: '政务共享' },
      { factKind: '经营状况', title: '年度经营情况', content: '年度经营情况说明。', truthCommitment: '已承诺', disclosure: '授权查询' },
    ],
  },
];
