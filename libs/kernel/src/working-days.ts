import { addDays, daysBetween, type LocalDate } from './local-date.js';

/** Which days are worked; a day that is not covered is a guess, and what was counted over it is provisional. */
export interface WorkingDayCalendar {
  isWorkingDay(date: LocalDate): boolean;
  covers(date: LocalDate): boolean;
}

/**
 * The `count`-th working day after `date`, whose own day does not count (民法典 Art. 201); `count` 0 gives `date` itself.
 * `provisional` when a day on the way is not covered by the calendar. Throws a RangeError on a negative or broken count.
 */
export function addWorkingDays(calendar: WorkingDayCalendar, date: LocalDate, count: number): { date: LocalDate; provisional: boolean } {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let last = date;
  let provisional = false;
  for (let left = count; left > 0;) {
    last = addDays(last, 1);
    provisional ||= !calendar.covers(last);
    if (calendar.isWorkingDay(last)) left -= 1;
  }
  return { date: last, provisional };
}

/** Working days after `a` through `b` (negative when `b` is earlier): what `addWorkingDays` would have to add to come from `a` to `b`. */
export function workingDaysBetween(calendar: WorkingDayCalendar, a: LocalDate, b: LocalDate): { days: number; provisional: boolean } {
  if (b < a) {
    const back = workingDaysBetween(calendar, b, a);
    return { days: back.days === 0 ? 0 : -back.days, provisional: back.provisional };
  }
  const passed = Array.from({ length: daysBetween(a, b) }, (_, index) => addDays(a, index + 1));
  return {
    days: passed.filter((day) => calendar.isWorkingDay(day)).length,
    provisional: passed.some((day) => !calendar.covers(day)),
  };
}
