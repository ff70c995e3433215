import { localDate, months } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { clear, hit, outOfLookBack, penalty, seriousListing } from './examples.js';
import { MEASURES } from './measures.js';
import { abnormal, ASKING_ROLES, listed, penalised } from './rules.js';

const LENDING_LIST = '《全国失信惩戒措施基础清单》从严审慎授信';

/** Financing and the attraction of investment: facts for a lender's own decision. */
export const FINANCING_AND_INVESTMENT: VerificationDomain = {
  id: 'domain.financing-and-investment.2021',
  source: `${LENDING_LIST}; 《深圳经济特区社会信用条例》第五十四条`,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'financing-and-investment',
  name: { zh: '融资信贷与招商引资', en: 'Financing and investment' },
  askedBy: { roles: ASKING_ROLES, units: ['地方金融管理部门', '商务和招商部门'] },
  step: { zh: '授信、签约前', en: 'before a credit line is granted or a contract signed' },
  rules: [
    listed({ suggests: 'restrict', basis: LENDING_LIST, measure: MEASURES['prudent-credit'] }),
    penalised('general', months(60), { suggests: 'caution', basis: LENDING_LIST, measure: MEASURES['prudent-credit'] }),
    abnormal({ suggests: 'caution', basis: LENDING_LIST, measure: MEASURES['prudent-credit'] }),
  ],
  validityDays: 30,
  examples: [
    hit('restrict', 'on a serious-dishonesty list', [seriousListing('2025-11-03')]),
    hit('caution', 'a serious penalty is left to the lender', [penalty('serious', '2025-03-18')]),
    clear('a minor penalty', [penalty('minor', '2026-03-02')]),
    outOfLookBack('a serious penalty of five years and a day ago', [penalty('serious', '2021-05-10')]),
  ],
};
