import { localDate } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { abnormalListing, clear, hit, outOfLookBack, penalty } from './examples.js';
import { MEASURES } from './measures.js';
import { abnormal, ASKING_ROLES, listed, penalised, THREE_YEARS } from './rules.js';

const ACCESS_LIST = '《全国失信惩戒措施基础清单》限制市场或行业准入';

/** Qualifications and access to a trade: grant and renewal. */
export const QUALIFICATION: VerificationDomain = {
  id: 'domain.qualification.2021',
  source: ACCESS_LIST,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'qualification',
  name: { zh: '资质审核与资格认定', en: 'Qualification' },
  askedBy: { roles: ASKING_ROLES, units: ['住房和城乡建设部门', '交通运输部门', '市场监督管理部门'] },
  step: { zh: '资质核定、延续时', en: 'when a qualification is granted or renewed' },
  rules: [
    listed({ suggests: 'restrict', basis: ACCESS_LIST, measure: MEASURES['market-access'] }),
    penalised('serious', THREE_YEARS, { suggests: 'restrict', basis: ACCESS_LIST, measure: MEASURES['market-access'] }),
    abnormal({ suggests: 'caution', basis: '《企业信息公示暂行条例》第十八条', measure: MEASURES['key-supervision'] }),
  ],
  validityDays: 30,
  examples: [
    hit('restrict', 'a serious penalty', [penalty('serious', '2025-03-18')]),
    hit('caution', 'on the abnormal-operation list', [abnormalListing('2026-01-12')]),
    clear('a general penalty is not weighed here', [penalty('general', '2025-09-01')]),
    outOfLookBack('a serious penalty of three years and a day ago', [penalty('serious', '2023-05-10')]),
  ],
};
