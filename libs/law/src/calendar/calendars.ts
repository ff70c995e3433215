import { addDays, daysBetween, localDate, type LocalDate } from '@chengxin/kernel';
import { type CalendarEntry } from './calendar-entry.js';

/** Days of one year: `MM-DD`, or `MM-DD/MM-DD` for all from the first through the last. */
const daysOf = (year: number, written: readonly string[]): LocalDate[] =>
  written.flatMap((part) => {
    const [first = '', last = first] = part.split('/').map((day) => `${year}-${day}`);
    const from = localDate(first);
    return Array.from({ length: daysBetween(from, localDate(last)) + 1 }, (_, index) => addDays(from, index));
  });

const notice = (year: number, number: string, off: readonly string[], work: readonly string[]): CalendarEntry => ({
  id: `calendar.${year}`,
  source: `国务院办公厅关于${year}年部分节假日安排的通知${number}`,
  mark: 'confirmed',
  from: localDate(`${year}-01-01`),
  until: localDate(`${year}-12-31`),
  off: daysOf(year, off),
  work: daysOf(year, work),
});

/** The State Council's notices, one for each year. A year without one is counted Monday to Friday and provisional. */
export const CALENDARS: readonly CalendarEntry[] = [
  notice(
    2023,
    '',
    ['01-01/01-02', '01-21/01-27', '04-05', '04-29/05-03', '06-22/06-24', '09-29/10-06'],
    ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  ),
  notice(
    2024,
    '(国办发明电〔2023〕7号)',
    ['01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10', '09-15/09-17', '10-01/10-07'],
    ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  ),
  notice(
    2025,
    '(国办发明电〔2024〕12号)',
    ['01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
    ['01-26', '02-08', '04-27', '09-28', '10-11'],
  ),
  notice(
    2026,
    '(国办发明电〔2025〕7号)',
    ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
    ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  ),
];
