import { addDays, localDate, months } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { abnormalListing, arrears, clear, hit, outOfLookBack, penalty } from './examples.js';
import { MEASURES } from './measures.js';
import { abnormal, ASKING_ROLES, inArrears, listed, openEnded, penalised, THREE_YEARS, WEIGHED_FROM } from './rules.js';

const HONOURS_LIST = '《全国失信惩戒措施基础清单》限制参加评先评优';

const EDITION_2021: VerificationDomain = {
  id: 'domain.honours-and-awards.2021',
  source: HONOURS_LIST,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  until: addDays(WEIGHED_FROM, -1),
  code: 'honours-and-awards',
  name: { zh: '评优评先与表彰奖励', en: 'Honours and awards' },
  askedBy: { roles: ASKING_ROLES, units: ['人力资源和社会保障部门', '宣传部门', '工会'] },
  step: { zh: '公示前', en: 'before the candidates are announced' },
  rules: [
    listed({ suggests: 'restrict', basis: HONOURS_LIST, measure: MEASURES.honours }),
    penalised('general', THREE_YEARS, { suggests: 'restrict', basis: HONOURS_LIST, measure: MEASURES.honours }),
    penalised('minor', months(12), { suggests: 'caution', basis: HONOURS_LIST, measure: MEASURES.honours }),
    abnormal({ suggests: 'caution', basis: HONOURS_LIST, measure: MEASURES.honours }),
  ],
  validityDays: 30,
  examples: [
    hit('restrict', 'a general penalty', [penalty('general', '2025-09-01'), penalty('minor', '2026-03-02')]),
    hit('caution', 'a minor penalty', [penalty('minor', '2026-03-02')]),
    hit('caution', 'on the abnormal-operation list', [abnormalListing('2026-01-12')]),
    clear('a minor penalty whose maximum has passed', [penalty('minor', '2025-11-20', { countedUntil: localDate('2026-02-20') })]),
    outOfLookBack('a minor penalty of a year and a day ago', [penalty('minor', '2025-05-10')]),
  ],
};

/** Honours and awards: the only domain that looks at minor penalties, for one year. */
export const HONOURS_AND_AWARDS: readonly VerificationDomain[] = [
  EDITION_2021,
  {
    ...openEnded(EDITION_2021),
    id: 'domain.honours-and-awards.2026',
    from: WEIGHED_FROM,
    rules: [...EDITION_2021.rules, inArrears({ suggests: 'caution', basis: HONOURS_LIST, measure: MEASURES.honours })],
    examples: [
      ...EDITION_2021.examples,
      hit('caution', 'payments in arrears', [arrears('2025-11-03')]),
      clear('arrears that were paid', [arrears('2025-11-03', { fulfilment: 'met' })]),
      outOfLookBack('arrears found three years and a day ago', [arrears('2023-05-10')]),
    ],
  },
];
