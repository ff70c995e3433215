import { localDate } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { clear, hit, outOfLookBack, penalty, seriousListing } from './examples.js';
import { MEASURES } from './measures.js';
import { ASKING_ROLES, listed, penalised, THREE_YEARS } from './rules.js';

const MAJOR_ILLEGAL_RECORD = '《政府采购法》第二十二条第一款第五项; 《政府采购法实施条例》第十九条';

const LIMITED = localDate('2026-01-15');

/** Procurement: no major illegal record in the three years before, a look-back of the law's own. */
export const GOVERNMENT_PROCUREMENT: VerificationDomain = {
  id: 'domain.government-procurement.2021',
  source: MAJOR_ILLEGAL_RECORD,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'government-procurement',
  name: { zh: '政府采购', en: 'Government procurement' },
  askedBy: { roles: ASKING_ROLES, units: ['采购人', '采购代理机构', '财政部门'] },
  step: { zh: '资格审查时', en: 'at the check of qualification, before the award' },
  rules: [
    {
      ...penalised('serious', THREE_YEARS, { suggests: 'forbid', basis: MAJOR_ILLEGAL_RECORD, measure: MEASURES['market-access'] }),
      statutory: true,
    },
    listed({ suggests: 'restrict', basis: '财库〔2016〕125号', measure: MEASURES['market-access'] }),
    penalised('general', THREE_YEARS, { suggests: 'caution', basis: '财库〔2016〕125号', measure: MEASURES['key-supervision'] }),
  ],
  validityDays: 15,
  examples: [
    hit('forbid', 'a major illegal record', [penalty('serious', '2025-03-18')]),
    hit('forbid', 'a major illegal record whose publicity reached its maximum', [
      penalty('serious', '2023-06-20', { countedUntil: LIMITED }),
    ]),
    hit('forbid', 'on the last day of the three years', [penalty('serious', '2023-05-11', { countedUntil: LIMITED })]),
    hit('caution', 'a general penalty', [penalty('general', '2025-09-01')]),
    hit('restrict', 'on a serious-dishonesty list', [seriousListing('2025-11-03')]),
    clear('a general penalty whose maximum has passed', [penalty('general', '2025-01-15', { countedUntil: LIMITED })]),
    clear('a serious penalty that was repaired', [penalty('serious', '2025-03-18', { state: 'repaired', fulfilment: 'met' })]),
    clear('a serious penalty that was annulled', [penalty('serious', '2025-03-18', { state: 'annulled' })]),
    outOfLookBack('a major illegal record of three years and a day ago', [penalty('serious', '2023-05-10')]),
  ],
};
