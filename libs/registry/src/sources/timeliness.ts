import { addDays, addWorkingDays, type LocalDate, type WorkingDayCalendar } from '@chengxin/kernel';
import type { CatalogueItem, Law } from '@chengxin/law';

/** How long a record was under way: working days from its decision to its receipt, and whether that is more than the duty allows. */
export type Timeliness = { days: number; late: boolean };

/**
 * Counts the working days from any earlier day to `today`, as `workingDaysBetween` does, but each day is looked at once however many are
 * asked for. Days beyond the calendar are guessed by their weekday.
 */
export function workingDaysUntil(today: LocalDate, calendar: WorkingDayCalendar): (from: LocalDate) => number {
  const counted = new Map<LocalDate, number>([[today, 0]]);
  let earliest = today;
  let days = 0;
  return (from) => {
    while (earliest > from) {
      if (calendar.isWorkingDay(earliest)) days += 1;
      earliest = addDays(earliest, -1);
      counted.set(earliest, days);
    }
    return counted.get(from) ?? 0;
  };
}

/**
 * How punctual a record of an item is that was decided on a day and received on `today` (双公示, seven working days): asked once for many
 * records. Undefined for an item without that duty and for a decision from before it.
 */
export function timelinessOn(
  law: Law,
  { item, today }: { item: CatalogueItem; today: LocalDate },
  daysUntilToday: (from: LocalDate) => number,
): (decidedOn: LocalDate) => Timeliness | undefined {
  const { items = [], workingDays, from } = law.clock('report-publicity', today);
  if (!items.includes(item.code)) return () => undefined;
  return (decidedOn) => {
    if (decidedOn < from) return undefined;
    const days = daysUntilToday(decidedOn);
    return { days, late: days > workingDays };
  };
}

/**
 * The day through which a source that has reported up to `asOf` may wait with its next report: for an item with the duty of publicity as
 * many working days as that leaves for a decision of the very next day, else the item's update cycle. A report of nothing new will do.
 */
export function nextReportDue(law: Law, item: CatalogueItem, asOf: LocalDate): LocalDate {
  const { items = [], workingDays } = law.clock('report-publicity', asOf);
  if (!items.includes(item.code)) return addDays(asOf, item.updateCycleDays);
  return addWorkingDays(law.calendar, addDays(asOf, 1), workingDays).date;
}
