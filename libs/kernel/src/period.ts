import { addDays, addMonths, type LocalDate } from './local-date.js';

/** A length of time in calendar months or in calendar days; the two are different algebras and do not mix. */
export type Period = { months: number } | { days: number };

/** So many calendar months. */
export const months = (count: number): Period => ({ months: count });

/** So many calendar days. */
export const days = (count: number): Period => ({ days: count });

/**
 * The last day of a period that begins with an event on `date`; it runs through that day, 24:00.
 * The day of the event does not count (民法典 Art. 201); months end on the corresponding day, else on the last of the month (Art. 202).
 */
export const addPeriod = (date: LocalDate, period: Period): LocalDate =>
  'months' in period ? addMonths(date, period.months) : addDays(date, period.days);
