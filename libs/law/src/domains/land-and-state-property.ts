import { localDate, months } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { clear, hit, outOfLookBack, penalty, seriousListing } from './examples.js';
import { MEASURES } from './measures.js';
import { ASKING_ROLES, listed, penalised, THREE_YEARS } from './rules.js';

const LAND_LIMITS = '《山东省社会信用条例》第二十二条; 《全国失信惩戒措施基础清单》限制市场或行业准入';

/** The grant of land and the trade in state property. */
export const LAND_AND_STATE_PROPERTY: VerificationDomain = {
  id: 'domain.land-and-state-property.2021',
  source: LAND_LIMITS,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'land-and-state-property',
  name: { zh: '土地出让与国有产权交易', en: 'Land and state property' },
  askedBy: { roles: ASKING_ROLES, units: ['自然资源部门', '国有资产监督管理机构'] },
  step: { zh: '竞买资格审查时', en: 'when bidders are qualified' },
  rules: [
    listed({ suggests: 'restrict', basis: LAND_LIMITS, measure: MEASURES['market-access'] }),
    penalised('serious', THREE_YEARS, { suggests: 'restrict', basis: LAND_LIMITS, measure: MEASURES['market-access'] }),
    penalised('general', months(24), { suggests: 'caution', basis: LAND_LIMITS, measure: MEASURES['key-supervision'] }),
  ],
  validityDays: 15,
  examples: [
    hit('restrict', 'on a serious-dishonesty list', [seriousListing('2025-11-03')]),
    hit('caution', 'a general penalty', [penalty('general', '2025-09-01')]),
    clear('a serious penalty that its source withdrew', [penalty('serious', '2025-03-18', { state: 'withdrawn' })]),
    outOfLookBack('a general penalty of two years and a day ago', [penalty('general', '2024-05-10')]),
  ],
};
