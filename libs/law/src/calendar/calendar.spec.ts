import { describe, expect, test } from '@jest/globals';
import { addDays, addWorkingDays, daysBetween, type LocalDate, localDate, workingDaysBetween } from '@chengxin/kernel';
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { loadLaw } from '../index.js';

const { calendar } = loadLaw();
const on = (text: string): LocalDate => localDate(text);

const daysOf = (first: LocalDate, last: LocalDate): LocalDate[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));

const workedIn = (first: string, last: string): number => daysOf(on(first), on(last)).filter((day) => calendar.isWorkingDay(day)).length;

/** The days of `chinese-days`; its functions answer by the time zone of the process, its lists do not. */
const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Record<
  'holidays' | 'workdays',
  Record<string, string>
>;

const oracleWorks = (day: LocalDate): boolean =>
  day in workdays || (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !(day in holidays));

describe('the calendar of working days', () => {
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i', (year, count) => {
    expect(workedIn(`${year}-01-01`, `${year}-12-31`)).toBe(count);
  });

  test.each([
    [2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    [2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    [2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('the months of %i have %j', (year, counts) => {
    const months = counts.map((_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
    expect(
      months.map(
        (month) =>
          daysOf(on(`${year}-01-01`), on(`${year}-12-31`)).filter((day) => day.startsWith(month) && calendar.isWorkingDay(day)).length,
      ),
    ).toEqual(counts);
  });

  test.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-04-01', 3, '2026-04-07'],
    ['2026-04-01', 10, '2026-04-16'],
    ['2026-04-03', 3, '2026-04-09'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2026-04-30', 7, '2026-05-13'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-06-18', 10, '2026-07-03'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2025-12-31', 3, '2026-01-06'],
    ['2025-09-26', 3, '2025-09-30'],
    ['2025-09-30', 7, '2025-10-16'],
    ['2024-12-31', 3, '2025-01-06'],
    ['2024-02-08', 7, '2024-02-23'],
  ])('%s and %i working days is %s', (from, count, to) => {
    expect(addWorkingDays(calendar, on(from), count)).toEqual({ date: to, provisional: false });
    expect(workingDaysBetween(calendar, on(from), on(to))).toEqual({ days: count, provisional: false });
  });

  test.each(['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'])(
    '%s was worked on a weekend',
    (day) => {
      expect(calendar.isWorkingDay(on(day))).toBe(true);
    },
  );

  test('a deadline that crosses into a year without a notice is provisional', () => {
    expect(addWorkingDays(calendar, on('2026-12-30'), 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(addWorkingDays(calendar, on('2026-12-30'), 2)).toEqual({ date: '2027-01-01', provisional: true });
    expect(calendar.covers(on('2027-01-01'))).toBe(false);
    expect(calendar.covers(on('2022-12-31'))).toBe(false);
  });

  test('agrees with an independent calendar on every day of 2024 to 2026', () => {
    const disputed = daysOf(on('2024-01-01'), on('2026-12-31')).filter((day) => calendar.isWorkingDay(day) !== oracleWorks(day));
    expect(disputed).toEqual([]);
  });

  test('counts as that calendar counts, day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const from = addDays(on('2024-01-01'), offset);
        let last = from;
        for (let left = count; left > 0;) {
          last = addDays(last, 1);
          if (oracleWorks(last)) left -= 1;
        }
        expect(addWorkingDays(calendar, from, count)).toEqual({ date: last, provisional: false });
      }),
    );
  });
});
