import type { CreditCodeFault } from '@chengxin/kernel';
import type { RefusalTable } from './refused-problem.js';

/** What is wrong with a unified social credit code, with the failing position; part of the table of every service that is given one. */
export const CREDIT_CODE_REFUSALS: RefusalTable<CreditCodeFault['code']> = {
  'credit-code.length': { status: 422, zh: '统一社会信用代码须为18位', en: 'A unified social credit code has 18 characters' },
  'credit-code.character': {
    status: 422,
    zh: '统一社会信用代码第{position}位不是允许的字符',
    en: 'Position {position} of the credit code is no allowed character',
  },
  'credit-code.authority': {
    status: 422,
    zh: '统一社会信用代码第1位不是登记管理部门代码',
    en: 'Position 1 of the credit code names no registration authority',
  },
  'credit-code.kind': {
    status: 422,
    zh: '统一社会信用代码第2位不是该部门的机构类别',
    en: 'Position 2 of the credit code is no kind of that authority',
  },
  'credit-code.organisation-check': {
    status: 422,
    zh: '统一社会信用代码第17位（组织机构代码校验码）应为 {expected}',
    en: 'Position 17 of the credit code, the check of the organisation code, should be {expected}',
  },
  'credit-code.check': {
    status: 422,
    zh: '统一社会信用代码第18位（校验码）应为 {expected}',
    en: 'Position 18 of the credit code, its check character, should be {expected}',
  },
};
