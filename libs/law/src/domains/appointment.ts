import { localDate, months } from '@chengxin/kernel';
import { type VerificationDomain } from './domain.js';
import { clear, hit, outOfLookBack, penalty, seriousListing } from './examples.js';
import { MEASURES } from './measures.js';
import { ASKING_ROLES, listed, penalised } from './rules.js';

const POST_LIST = '《全国失信惩戒措施基础清单》限制任职';

/** Appointments: what is known of the enterprises whose legal representatives are considered. */
export const APPOINTMENT: VerificationDomain = {
  id: 'domain.appointment.2021',
  source: POST_LIST,
  mark: 'assumed',
  from: localDate('2021-01-01'),
  code: 'appointment',
  name: { zh: '招录聘用与任职推荐', en: 'Appointment' },
  askedBy: { roles: ASKING_ROLES, units: ['组织部门', '人力资源和社会保障部门'] },
  step: { zh: '考察时', en: 'when a candidate is examined' },
  rules: [
    listed({ suggests: 'restrict', basis: POST_LIST, measure: MEASURES.appointment }),
    penalised('serious', months(60), { suggests: 'caution', basis: POST_LIST, measure: MEASURES.appointment }),
  ],
  validityDays: 60,
  examples: [
    hit('restrict', 'on a serious-dishonesty list', [seriousListing('2025-11-03')]),
    hit('caution', 'a serious penalty of four years ago', [penalty('serious', '2022-04-07')]),
    clear('a general penalty is not weighed here', [penalty('general', '2025-09-01')]),
    outOfLookBack('a serious penalty of five years and a day ago', [penalty('serious', '2021-05-10')]),
  ],
};
