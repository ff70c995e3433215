import { localDate } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { clear, hit, outOfLookBack, penalty, seriousListing } from './examples.js';
import { MEASURES } from './measures.js';
import { ASKING_ROLES, listed, penalised, THREE_YEARS } from './rules.js';

const BIDDING_LIMITS = '《山东省社会信用条例》第二十八条、第三十条';

/** Bidding and the trade in public resources. */
export const BIDDING: VerificationDomain = {
  id: 'domain.bidding.2021',
  source: BIDDING_LIMITS,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'bidding',
  name: { zh: '招标投标', en: 'Bidding' },
  askedBy: { roles: ASKING_ROLES, units: ['招标人', '公共资源交易中心'] },
  step: { zh: '资格审查、定标前', en: 'at the check of qualification, before the award' },
  rules: [
    listed({ suggests: 'restrict', basis: BIDDING_LIMITS, measure: MEASURES['market-access'] }),
    penalised('serious', THREE_YEARS, { suggests: 'restrict', basis: BIDDING_LIMITS, measure: MEASURES['market-access'] }),
    penalised('general', THREE_YEARS, { suggests: 'caution', basis: BIDDING_LIMITS, measure: MEASURES['key-supervision'] }),
  ],
  validityDays: 15,
  examples: [
    hit('restrict', 'a serious penalty', [penalty('serious', '2025-03-18')]),
    hit('restrict', 'the hardest suggestion answers', [penalty('general', '2025-09-01'), seriousListing('2025-11-03')]),
    hit('caution', 'a general penalty', [penalty('general', '2025-09-01')]),
    clear('a minor penalty', [penalty('minor', '2026-03-02')]),
    outOfLookBack('a serious penalty of three years and a day ago', [penalty('serious', '2023-05-10')]),
  ],
};
