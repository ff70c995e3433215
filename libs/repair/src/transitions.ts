import { type Transitions } from '@chengxin/kernel';

/** Where a case stands. */
export type Status = 'filed' | 'pre-checked' | 'accepted' | 'not-accepted' | 'approved' | 'refused' | 'withdrawn' | 'closed';

/** What may be done to a case; `receive`, `await-effects` and `close` are done by the platform itself. */
export type Action = 'pre-check' | 'accept' | 'not-accept' | 'approve' | 'refuse' | 'withdraw' | 'receive' | 'await-effects' | 'close';

/** Every case begins here. */
export const INITIAL: Status = 'filed';

/** Nothing follows on these. */
export const FINAL: readonly Status[] = ['not-accepted', 'refused', 'withdrawn', 'closed'];

/** Status × action → status; what is not listed is not allowed. Source: 信用修复管理办法 第三章 (apply, accept, decide). */
export const TRANSITIONS: Transitions<Status, Action> = {
  filed: { 'pre-check': 'pre-checked', withdraw: 'withdrawn' },
  'pre-checked': { accept: 'accepted', 'not-accept': 'not-accepted', withdraw: 'withdrawn' },
  accepted: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { receive: 'approved', 'await-effects': 'approved', close: 'closed' },
  'not-accepted': {},
  refused: {},
  withdrawn: {},
  closed: {},
};

/** Who does what: the enterprise, the city's credit centre, the determining unit, or the platform by itself. */
export type Party = 'applicant' | 'centre' | 'determining-unit' | 'platform';

/** The party whose action it is. */
const PARTY_OF: Record<Action, Party> = {
  'pre-check': 'centre',
  accept: 'determining-unit',
  'not-accept': 'determining-unit',
  approve: 'determining-unit',
  refuse: 'determining-unit',
  withdraw: 'applicant',
  receive: 'platform',
  'await-effects': 'platform',
  close: 'platform',
};

/** What may come next in a status, and who does it. */
export function nextSteps(status: Status): { action: Action; by: Party }[] {
  const actions = Object.keys(TRANSITIONS[status]) as Action[];
  return actions.map((action) => ({ action, by: PARTY_OF[action] }));
}
