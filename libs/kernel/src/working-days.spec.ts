import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addWorkingDays, type LocalDate, localDate, weekday, type WorkingDayCalendar, workingDaysBetween } from './index.js';

/** Monday to Friday, but for one Wednesday off and one Saturday worked; known through June 2026. */
const calendar: WorkingDayCalendar = {
  isWorkingDay: (date) => date === '2026-06-06' || (weekday(date) <= 5 && date !== '2026-06-03'),
  covers: (date) => date <= '2026-06-30',
};

const on = (text: string): LocalDate => localDate(text);

describe('working days', () => {
  test.each([
    ['2026-06-01', 0, '2026-06-01'],
    ['2026-06-01', 1, '2026-06-02'],
    ['2026-06-02', 1, '2026-06-04'],
    ['2026-06-05', 1, '2026-06-06'],
    ['2026-06-06', 1, '2026-06-08'],
    ['2026-06-07', 1, '2026-06-08'],
    ['2026-06-01', 7, '2026-06-10'],
  ])('%s and %i is %s', (from, count, to) => {
    expect(addWorkingDays(calendar, on(from), count)).toEqual({ date: to, provisional: false });
  });

  test('what is counted over a day without a notice is provisional', () => {
    expect(addWorkingDays(calendar, on('2026-06-29'), 1)).toEqual({ date: '2026-06-30', provisional: false });
    expect(addWorkingDays(calendar, on('2026-06-29'), 2)).toEqual({ date: '2026-07-01', provisional: true });
    expect(workingDaysBetween(calendar, on('2026-06-29'), on('2026-07-01'))).toEqual({ days: 2, provisional: true });
    expect(workingDaysBetween(calendar, on('2026-07-01'), on('2026-07-01'))).toEqual({ days: 0, provisional: false });
  });

  test('counts back as negative', () => {
    expect(workingDaysBetween(calendar, on('2026-06-08'), on('2026-06-01'))).toEqual({ days: -5, provisional: false });
    expect(workingDaysBetween(calendar, on('2026-06-07'), on('2026-06-07')).days).toBe(0);
    expect(Object.is(workingDaysBetween(calendar, on('2026-06-14'), on('2026-06-13')).days, 0)).toBe(true);
  });

  test.each([-1, 1.5, Number.NaN])('refuses %d working days', (count) => {
    expect(() => addWorkingDays(calendar, on('2026-06-01'), count)).toThrow(RangeError);
  });

  test('between undoes add', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = addDays(on('2026-01-01'), offset);
        const { date, provisional } = addWorkingDays(calendar, from, count);
        expect(calendar.isWorkingDay(date)).toBe(true);
        expect(workingDaysBetween(calendar, from, date)).toEqual({ days: count, provisional });
      }),
    );
  });
});
