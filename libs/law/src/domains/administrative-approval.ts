import { addDays, localDate } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { abnormalListing, brokenCommitment, clear, hit, outOfLookBack, penalty, seriousListing } from './examples.js';
import { MEASURES } from './measures.js';
import { abnormal, ASKING_ROLES, promiseBroken, listed, openEnded, penalised, THREE_YEARS, WEIGHED_FROM } from './rules.js';

const SIMPLER_ROUTE = '《深圳经济特区社会信用条例》第五十九条; 《河南省社会信用条例》第三十二条';

const EDITION_2021: VerificationDomain = {
  id: 'domain.administrative-approval.2021',
  source: SIMPLER_ROUTE,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  until: addDays(WEIGHED_FROM, -1),
  code: 'administrative-approval',
  name: { zh: '行政审批', en: 'Administrative approval' },
  askedBy: { roles: ASKING_ROLES, units: ['行政审批部门', '各行政许可机关'] },
  step: { zh: '受理时', en: 'when an application is accepted' },
  rules: [
    listed({ suggests: 'restrict', basis: SIMPLER_ROUTE, measure: MEASURES['preferential-policy'] }),
    penalised('serious', THREE_YEARS, { suggests: 'caution', basis: SIMPLER_ROUTE, measure: MEASURES['preferential-policy'] }),
    abnormal({ suggests: 'caution', basis: '《企业信息公示暂行条例》第十八条', measure: MEASURES['key-supervision'] }),
  ],
  validityDays: 30,
  examples: [
    hit('restrict', 'on a serious-dishonesty list', [seriousListing('2025-11-03'), abnormalListing('2026-01-12')]),
    hit('caution', 'a serious penalty', [penalty('serious', '2025-03-18')]),
    clear('a general penalty is not weighed here', [penalty('general', '2025-09-01')]),
    outOfLookBack('a serious penalty of three years and a day ago', [penalty('serious', '2023-05-10')]),
  ],
};

/** Approvals: a grave record or a broken commitment closes the route of notice and commitment, it does not bar the approval itself. */
export const ADMINISTRATIVE_APPROVAL: readonly VerificationDomain[] = [
  EDITION_2021,
  {
    ...openEnded(EDITION_2021),
    id: 'domain.administrative-approval.2026',
    from: WEIGHED_FROM,
    rules: [...EDITION_2021.rules, promiseBroken({ suggests: 'restrict', basis: SIMPLER_ROUTE, measure: MEASURES['preferential-policy'] })],
    examples: [
      ...EDITION_2021.examples,
      hit('restrict', 'an earlier commitment was broken', [brokenCommitment('2025-11-03')]),
      clear('a broken commitment that was made good', [brokenCommitment('2025-11-03', { fulfilment: 'met' })]),
      outOfLookBack('a commitment broken three years and a day ago', [brokenCommitment('2023-05-10')]),
    ],
  },
];
