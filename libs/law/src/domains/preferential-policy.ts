import { localDate, months } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { abnormalListing, clear, hit, outOfLookBack, penalty } from './examples.js';
import { MEASURES } from './measures.js';
import { abnormal, ASKING_ROLES, listed, penalised } from './rules.js';

const POLICY_LIST = '《全国失信惩戒措施基础清单》限制享受优惠政策和便利措施';

/** Preferential policies granted without application (免申即享): who stays on the list of beneficiaries. */
export const PREFERENTIAL_POLICY: VerificationDomain = {
  id: 'domain.preferential-policy.2021',
  source: POLICY_LIST,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'preferential-policy',
  name: { zh: '税收优惠与惠企政策兑现', en: 'Preferential policies' },
  askedBy: { roles: ASKING_ROLES, units: ['税务部门', '财政部门', '各行业主管部门'] },
  step: { zh: '名单生成时', en: 'when the list of beneficiaries is drawn up' },
  rules: [
    listed({ suggests: 'restrict', basis: POLICY_LIST, measure: MEASURES['preferential-policy'] }),
    abnormal({ suggests: 'restrict', basis: POLICY_LIST, measure: MEASURES['preferential-policy'] }),
    penalised('serious', months(36), { suggests: 'restrict', basis: POLICY_LIST, measure: MEASURES['preferential-policy'] }),
    penalised('general', months(12), { suggests: 'caution', basis: POLICY_LIST, measure: MEASURES['preferential-policy'] }),
  ],
  validityDays: 30,
  examples: [
    hit('restrict', 'on the abnormal-operation list', [abnormalListing('2026-01-12')]),
    hit('caution', 'a general penalty', [penalty('general', '2025-09-01')]),
    clear('a minor penalty', [penalty('minor', '2026-03-02')]),
    outOfLookBack('a general penalty of a year and a day ago', [penalty('general', '2025-05-10')]),
  ],
};
