import type { Transitions } from '@chengxin/kernel';

/** How far a problem of a source has come. */
export type ProblemStatus = 'open' | 'answered' | 'closed' | 'struck-off';

/** What can be done about a problem: its unit answers (also once more), the centre closes it or strikes it off the list. */
export type ProblemAction = 'answer' | 'close' | 'strike-off';

/** What may happen in which status. What was opened in error is struck off, also when that turns out after it was closed. */
export const PROBLEM_TRANSITIONS: Transitions<ProblemStatus, ProblemAction> = {
  open: { answer: 'answered', 'strike-off': 'struck-off' },
  answered: { answer: 'answered', close: 'closed', 'strike-off': 'struck-off' },
  closed: { 'strike-off': 'struck-off' },
  'struck-off': {},
};
