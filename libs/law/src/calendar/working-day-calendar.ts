import { type LocalDate, weekday, type WorkingDayCalendar } from '@chengxin/kernel';
import { inForce } from '../entry.js';
import { type CalendarEntry } from './calendar-entry.js';

/**
 * The calendar of the notices: a working day is Monday to Friday and not off, or a make-up day. A day without a notice is
 * counted Monday to Friday and not covered, so that what is counted over it says it is provisional.
 */
export function workingDayCalendar(notices: readonly CalendarEntry[]): WorkingDayCalendar {
  const within = (pick: (entry: CalendarEntry) => readonly LocalDate[]): ReadonlySet<LocalDate> =>
    new Set(notices.flatMap((entry) => pick(entry).filter((date) => inForce(entry, date))));
  const off = within((entry) => entry.off);
  const work = within((entry) => entry.work);
  return {
    isWorkingDay: (date) => work.has(date) || (weekday(date) <= 5 && !off.has(date)),
    covers: (date) => notices.some((entry) => inForce(entry, date)),
  };
}
