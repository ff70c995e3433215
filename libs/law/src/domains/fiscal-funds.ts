import { addDays, localDate } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { abnormalListing, arrears, clear, hit, outOfLookBack, penalty } from './examples.js';
import { MEASURES } from './measures.js';
import { abnormal, ASKING_ROLES, inArrears, listed, openEnded, penalised, THREE_YEARS, WEIGHED_FROM } from './rules.js';

const FUNDS_LIST = '《全国失信惩戒措施基础清单》限制申请财政性资金项目';

const EDITION_2021: VerificationDomain = {
  id: 'domain.fiscal-funds.2021',
  source: FUNDS_LIST,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  until: addDays(WEIGHED_FROM, -1),
  code: 'fiscal-funds',
  name: { zh: '财政性资金与项目支持', en: 'Public funds and project support' },
  askedBy: { roles: ASKING_ROLES, units: ['发展改革部门', '经济和信息化部门', '科技部门', '财政部门'] },
  step: { zh: '项目评审及资金拨付前', en: 'at the review of a project and before payment' },
  rules: [
    listed({ suggests: 'restrict', basis: FUNDS_LIST, measure: MEASURES['fiscal-funds'] }),
    penalised('general', THREE_YEARS, { suggests: 'restrict', basis: FUNDS_LIST, measure: MEASURES['fiscal-funds'] }),
    abnormal({ suggests: 'caution', basis: '《企业信息公示暂行条例》第十八条', measure: MEASURES['key-supervision'] }),
  ],
  validityDays: 30,
  examples: [
    hit('restrict', 'a general penalty', [penalty('general', '2025-09-01')]),
    hit('caution', 'on the abnormal-operation list', [abnormalListing('2026-01-12')]),
    clear('a general penalty that was repaired', [penalty('general', '2025-09-01', { state: 'repaired', fulfilment: 'met' })]),
    outOfLookBack('a general penalty of three years and a day ago', [penalty('general', '2023-05-10')]),
  ],
};

/** Public funds and the support of projects. */
export const FISCAL_FUNDS: readonly VerificationDomain[] = [
  EDITION_2021,
  {
    ...openEnded(EDITION_2021),
    id: 'domain.fiscal-funds.2026',
    from: WEIGHED_FROM,
    rules: [...EDITION_2021.rules, inArrears({ suggests: 'caution', basis: FUNDS_LIST, measure: MEASURES['fiscal-funds'] })],
    examples: [
      ...EDITION_2021.examples,
      hit('caution', 'payments in arrears', [arrears('2025-11-03')]),
      clear('arrears that were paid', [arrears('2025-11-03', { fulfilment: 'met' })]),
      outOfLookBack('arrears found three years and a day ago', [arrears('2023-05-10')]),
    ],
  },
];
