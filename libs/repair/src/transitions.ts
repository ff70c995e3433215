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

/** The actions that the table allows in a status, in its order. */
export function actionsIn(status: Status): Action[] {
  return Object.keys(TRANSITIONS[status]) as Action[];
}
