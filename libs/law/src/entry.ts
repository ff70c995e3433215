import { type LocalDate } from '@chengxin/kernel';

/** How sure an entry is: seen in its source, known but not seen or seen only in part, or set by this platform's own judgement. */
export type Mark = 'confirmed' | 'recalled' | 'assumed';

/**
 * A dated rule: in force from the first day through the last (`until`), for ever without one. `source` names the article or
 * document it comes from. It is never edited, only succeeded by another entry, which has an `id` of its own.
 */
export interface Entry {
  id: string;
  source: string;
  mark: Mark;
  from: LocalDate;
  until?: LocalDate;
}

/** Whether an entry is in force on a day. */
export const inForce = ({ from, until }: Pick<Entry, 'from' | 'until'>, on: LocalDate): boolean =>
  from <= on && (until === undefined || on <= until);

/** The entries in force on a day, in their own order. */
export const onDate = <E extends Pick<Entry, 'from' | 'until'>>(entries: readonly E[], on: LocalDate): E[] =>
  entries.filter((entry) => inForce(entry, on));
