import { type CreditCodeFault } from '@chengxin/kernel';
import { CREDIT_CODE_REFUSALS, type RefusalTable } from '@chengxin/platform';
import { type Refusal } from '@chengxin/verification';

type Code = Refusal['code'] | CreditCodeFault['code'] | 'verification.answer-unknown';

/** Every refusal of this service, with its HTTP status and its texts. */
export const REFUSALS: RefusalTable<Code> = {
  'verification.domain-unknown': { status: 422, zh: '没有“{domain}”这一核查领域', en: 'There is no domain "{domain}"' },
  'verification.domain-not-yours': {
    status: 403,
    zh: '您的角色不能在“{domain}”领域核查；可核查的角色：{roles}',
    en: 'Your role may not check in "{domain}"; these may: {roles}',
  },
  'verification.answer-unknown': { status: 404, zh: '没有编号为 {number} 的核查答复', en: 'There is no answer with the number {number}' },
  ...CREDIT_CODE_REFUSALS,
};
