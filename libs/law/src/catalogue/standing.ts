import { localDate } from '@chengxin/kernel';
import { column } from './columns.js';
import { determined } from './determined.js';
import { scopeColumn } from './disclosure.js';

/**
 * How many of an enterprise's staff hold a title or a professional qualification. Titles are persons' own; of them an
 * enterprise's record holds a number and never a name.
 */
export const PROFESSIONAL_QUALIFICATION = determined({
  id: 'catalogue.professional-qualification.2021',
  source: '全国公共信用信息基础目录(2021年版) 类别4 职称和职业信息; 《个人信息保护法》第六条',
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'professional-qualification',
  name: { zh: '职称和职业资格人数', en: 'Professional qualifications held' },
  category: 4,
  polarity: 'neutral',
  openness: 'shared',
  updateCycleDays: 90,
  heads: {
    document: ['核验编号', '统计编号'],
    day: ['统计日期', '核验日期'],
    authority: ['统计机关', '核验机关'],
  },
  columns: [
    column('qualificationName', '资格(职称)名称', { length: 100, required: true, synonyms: ['职业资格名称', '职称名称', '资格名称'] }),
    column('level', '资格级别', { length: 32, synonyms: ['级别', '职称级别'] }),
    column('holders', '持证人数', { type: 'integer', length: 8, required: true, synonyms: ['人数'] }),
    column('validUntil', '有效期至', { type: 'date' }),
  ],
});

/** Taxpayers who cannot be found: 非正常户, until the tax authority releases them. */
export const TAX_ABNORMAL = determined({
  id: 'catalogue.tax-abnormal.2021',
  source: '全国公共信用信息基础目录(2021年版) 类别5; 《税务登记管理办法》非正常户处理',
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'tax-abnormal',
  name: { zh: '税务非正常户', en: 'Abnormal taxpayer' },
  category: 5,
  polarity: 'adverse',
  openness: 'public',
  role: '纳税人',
  heads: {
    document: ['非正常户认定书文号', '认定文书号', '文书号'],
    day: ['非正常户认定日期', '认定日期'],
    authority: ['认定税务机关', '主管税务机关'],
  },
  columns: [
    column('reason', '非正常户认定原因', { length: 2000, required: true, synonyms: ['认定原因'] }),
    column('basis', '认定依据', { length: 2048 }),
    column('validUntil', '非正常户解除日期', { type: 'date', synonyms: ['解除日期'] }),
  ],
});

/** What a department made of an enterprise in its own sector; each department says how far its results go. */
export const DEPARTMENT_RATING = determined({
  id: 'catalogue.department-rating.2021',
  source: '全国公共信用信息基础目录(2021年版) 类别9 信用评价结果信息',
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'department-rating',
  name: { zh: '行业信用评价', en: 'Rating by a department' },
  category: 9,
  polarity: 'neutral',
  openness: 'public',
  updateCycleDays: 30,
  role: '评价对象',
  heads: {
    document: ['评价编号', '评价文号', '文书号'],
    day: ['评定日期', '评价日期'],
    authority: ['评价部门', '评定部门', '评价单位'],
  },
  columns: [
    column('ratingName', '评价名称', {
      type: 'enum',
      length: 100,
      required: true,
      values: [
        '纳税信用评价',
        '海关企业信用管理',
        '企业环境信用评价',
        '企业劳动保障守法诚信等级评价',
        '建筑市场信用评价',
        '公路水路建设市场信用评价',
      ],
      otherPrefix: '其他-',
    }),
    column('grade', '评价等级', { length: 32, required: true, synonyms: ['信用等级', '评价结果'] }),
    column('period', '评价年度', { length: 32, synonyms: ['评价周期'] }),
    column('validUntil', '有效期至', { type: 'date' }),
    scopeColumn(),
  ],
});

/** That an enterprise keeps a law, where a law wants it recorded. */
export const COMPLIANCE_FACT = determined({
  id: 'catalogue.compliance-fact.2022',
  source: '全国公共信用信息基础目录(2022年版) 类别10 遵守法律法规情况信息',
  mark: 'assumed',
  from: localDate('2022-01-01'),
  code: 'compliance-fact',
  name: { zh: '遵守法律法规情况', en: 'Compliance with laws' },
  category: 10,
  polarity: 'neutral',
  openness: 'shared',
  updateCycleDays: 30,
  heads: {
    document: ['记录编号', '认定文书号', '文书号'],
    day: ['记录日期', '认定日期'],
    authority: ['记录机关', '认定机关'],
  },
  columns: [
    column('lawName', '法律法规名称', { length: 200, required: true, synonyms: ['法规名称'] }),
    column('content', '遵守情况', { length: 2000, required: true, synonyms: ['履行情况'] }),
    column('period', '所属期间', { length: 32, synonyms: ['年度'] }),
    column('validUntil', '有效期至', { type: 'date' }),
  ],
});

/** What an enterprise says of itself, with its word that it is true; it chooses itself who may see it. */
export const VOLUNTEERED_FACT = determined({
  id: 'catalogue.volunteered-fact.2021',
  source: '全国公共信用信息基础目录(2021年版) 类别13 经营主体自主申报和自愿提供的信息',
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'volunteered-fact',
  name: { zh: '自主申报信息', en: 'Volunteered fact' },
  category: 13,
  polarity: 'neutral',
  openness: 'public',
  updateCycleDays: 30,
  role: '申报人',
  heads: { document: ['申报编号', '受理编号'], day: ['申报日期', '提供日期'], authority: ['申报受理单位', '受理单位'] },
  columns: [
    column('factKind', '申报信息类别', {
      type: 'enum',
      length: 64,
      required: true,
      values: ['经营状况', '合同履约', '管理体系认证', '社会责任', '标准制定', '知识产权运用'],
      otherPrefix: '其他-',
      synonyms: ['信息类别'],
    }),
    column('title', '申报信息名称', { length: 200, required: true, synonyms: ['信息名称'] }),
    column('content', '申报信息内容', { length: 4000, required: true, synonyms: ['信息内容'] }),
    column('truthCommitment', '真实性承诺', { type: 'enum', length: 16, required: true, values: ['已承诺'] }),
    column('validUntil', '有效期至', { type: 'date' }),
    scopeColumn(),
  ],
});
