import { localDate } from '@chengxin/kernel';
import { DOMAINS } from '../domains/index.js';
import { type Role } from '../visibility/reader.js';
import { type PurposeEntry } from './purpose.js';

const DEPARTMENTS = ['determining-officer', 'checking-officer', 'department-client'] as const satisfies readonly Role[];
const CENTRE = ['centre-reviewer', 'centre-supervisor'] as const satisfies readonly Role[];

const SHARED_FOR_DUTY = '社会信用信息披露三种方式(政务共享: 因履行职责需要, 不得用于职责以外); 《个人信息保护法》第六条、第三十四条';
const SINCE_2018 = { from: localDate('2018-01-01'), mark: 'assumed' } as const;

/** Each domain of checks is a purpose: who decides in it may also read for it. */
const OF_DOMAINS: readonly PurposeEntry[] = DOMAINS.map(({ code, name, source, from, until }) => ({
  id: `purpose.${code}.${from.slice(0, 4)}`,
  source,
  mark: 'assumed',
  from,
  ...(until && { until }),
  code,
  name,
  roles: [...DEPARTMENTS, 'regulator'],
}));

/** What a reader may look at records, ratings and cases for. */
export const PURPOSES: readonly PurposeEntry[] = [
  ...OF_DOMAINS,
  {
    id: 'purpose.supervision.2018',
    source: `《国务院办公厅关于加快推进社会信用体系建设构建以信用为基础的新型监管机制的指导意见》(国办发〔2019〕35号); ${SHARED_FOR_DUTY}`,
    ...SINCE_2018,
    code: 'supervision',
    name: { zh: '监督检查', en: 'Supervision' },
    roles: [...DEPARTMENTS, ...CENTRE, 'regulator'],
  },
  {
    id: 'purpose.law-enforcement.2018',
    source: `《行政处罚法》第五十四条(调查取证); ${SHARED_FOR_DUTY}`,
    ...SINCE_2018,
    code: 'law-enforcement',
    name: { zh: '行政执法', en: 'Law enforcement' },
    roles: [...DEPARTMENTS],
  },
  {
    id: 'purpose.repair-review.2018',
    source: '《信用修复管理办法》(国家发展改革委令第36号)第三章',
    ...SINCE_2018,
    code: 'repair-review',
    name: { zh: '信用修复审核', en: 'Review of a repair' },
    roles: [...CENTRE, 'determining-officer', 'department-client', 'regulator'],
  },
  {
    id: 'purpose.objection.2018',
    source: '《深圳经济特区社会信用条例》; 《上海市社会信用条例》(异议处理); 《信用修复管理办法》异议条款',
    ...SINCE_2018,
    code: 'objection',
    name: { zh: '异议处理', en: 'Handling of an objection' },
    roles: [...CENTRE, 'determining-officer', 'department-client', 'regulator'],
  },
  {
    id: 'purpose.audit.2018',
    source: '《个人信息保护法》第五十四条(合规审计); 《审计法》第三十四条',
    ...SINCE_2018,
    code: 'audit',
    name: { zh: '审计监督', en: 'Audit' },
    roles: ['auditor', 'regulator'],
  },
  {
    id: 'purpose.own-consent.2018',
    source: '社会信用信息披露三种方式(授权查询: 信用主体书面授权, 用于约定用途); 《个人信息保护法》第十三条第一款第一项',
    ...SINCE_2018,
    code: 'own-consent',
    name: { zh: '经信用主体授权', en: 'By consent of the credit subject' },
    roles: [...DEPARTMENTS, ...CENTRE],
  },
  {
    id: 'purpose.operation.2018',
    source: '《网络安全法》第二十一条(运行维护与日志); 本平台推定',
    ...SINCE_2018,
    code: 'operation',
    name: { zh: '平台运行维护', en: 'Operation of the platform' },
    roles: ['administrator'],
  },
];
