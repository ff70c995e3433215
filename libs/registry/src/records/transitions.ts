import type { Transitions } from '@chengxin/kernel';

/** What became of a record: it stands, was repaired, was taken back by its source, or its decision was annulled. */
export type Status = 'standing' | 'repaired' | 'withdrawn' | 'annulled';

/** What can happen to a record after it was collected. The passing of time changes its dates' meaning, not its status. */
export type Action = 'fulfil' | 'correct' | 'repair' | 'withdraw' | 'annul';

/** What may happen in which status; an approval is answered in every status, so repair is not asked here. */
export const TRANSITIONS: Transitions<Status, Action> = {
  standing: { fulfil: 'standing', correct: 'standing', repair: 'repaired', withdraw: 'withdrawn', annul: 'annulled' },
  repaired: { fulfil: 'repaired', correct: 'repaired', repair: 'repaired', withdraw: 'withdrawn', annul: 'annulled' },
  withdrawn: {},
  annulled: {},
};
