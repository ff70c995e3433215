import { type CreditCodeFault } from '@chengxin/kernel';
import { CREDIT_CODE_REFUSALS, type RefusalTable } from '@chengxin/platform';

type Code = CreditCodeFault['code'] | 'disclosure.subject-unknown' | 'disclosure.subject-unknown-then';

/** Every refusal of this service, with its HTTP status and its texts. */
export const REFUSALS: RefusalTable<Code> = {
  'disclosure.subject-unknown': {
    status: 404,
    zh: '本市没有登记统一社会信用代码为 {creditCode} 的信用主体',
    en: 'No credit subject with the code {creditCode} is registered in this city',
  },
  'disclosure.subject-unknown-then': {
    status: 404,
    zh: '截至 {knownAt}，本市尚无统一社会信用代码为 {creditCode} 的信用主体的登记记录',
    en: 'No credit subject with the code {creditCode} had been recorded in this city at {knownAt}',
  },
  ...CREDIT_CODE_REFUSALS,
};
