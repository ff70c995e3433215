import { addDays, earlier, type LocalDate } from '@chengxin/kernel';
import type { Publicity } from './publicity.js';

/** The three separate states of a record that can end: published, handed to departments, weighed by ratings and checks. */
export type RecordUse = 'shown' | 'shared' | 'counted';

/** The day on which repair ended each state of a record, also where it had ended before; a state that never began has none. */
export type RepairEffect = { shownEndedOn?: LocalDate; sharedEndedOn: LocalDate; countedEndedOn: LocalDate; publicity: Publicity };

/** The last day of each state that has an end. */
export function endings(publicity: Publicity): [RecordUse, LocalDate][] {
  const { shown, shownUntil, sharedUntil, countedUntil } = publicity;
  return [
    ...(shown && shownUntil ? [['shown', shownUntil] as [RecordUse, LocalDate]] : []),
    ...(sharedUntil ? [['shared', sharedUntil] as [RecordUse, LocalDate]] : []),
    ...(countedUntil ? [['counted', countedUntil] as [RecordUse, LocalDate]] : []),
  ];
}

/** The states whose last day is `on`. */
export function endedOn(publicity: Publicity, on: LocalDate): RecordUse[] {
  return endings(publicity).flatMap(([use, last]) => (last === on ? [use] : []));
}

/** The first last day from `from` on, undefined when nothing ends any more. */
export function nextEnding(publicity: Publicity, from: LocalDate): LocalDate | undefined {
  const ahead = endings(publicity).flatMap(([, last]) => (last >= from ? [last] : []));
  return ahead.length > 0 ? ahead.reduce(earlier) : undefined;
}

/**
 * What repair does to a record (Order 36 Art. 3: publicity ends, sharing and use stop): all three states end at once on `repairedOn`,
 * so the last whole day left to each is the day before; what had ended earlier keeps its date.
 */
export function repairEffect(publicity: Publicity, repairedOn: LocalDate): RepairEffect {
  const lastDay = addDays(repairedOn, -1);
  const ended = (until: LocalDate | undefined): LocalDate => (until ? earlier(until, repairedOn) : repairedOn);
  const last = (until: LocalDate | undefined): LocalDate => (until ? earlier(until, lastDay) : lastDay);
  const { shownUntil, sharedUntil, countedUntil } = publicity;
  return {
    ...(publicity.shown && { shownEndedOn: ended(shownUntil) }),
    sharedEndedOn: ended(sharedUntil),
    countedEndedOn: ended(countedUntil),
    publicity: {
      ...publicity,
      ...(publicity.shown && { shownUntil: last(shownUntil) }),
      sharedUntil: last(sharedUntil),
      countedUntil: last(countedUntil),
    },
  };
}
