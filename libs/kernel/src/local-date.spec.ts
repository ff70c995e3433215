import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addPeriod,
  days,
  daysBetween,
  earlier,
  endOfDay,
  later,
  localDate,
  localDateOf,
  months,
  parseLocalDate,
  startOfDay,
  weekday,
} from './index.js';

const dates = fc.integer({ min: -30_000, max: 60_000 }).map((day) => addDays(localDate('2000-01-01'), day));

describe('local date', () => {
  test.each(['2026-05-11', '2024-02-29', '2000-02-29', '2099-12-31', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(localDate(text)).toBe(text);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026/01/01',
    '',
    '0000-01-01',
  ])('%s is none', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
    expect(() => localDate(text)).toThrow(RangeError);
  });

  test.each([
    ['2026-05-10T15:59:59.999Z', '2026-05-10'],
    ['2026-05-10T16:00:00Z', '2026-05-11'],
    ['2026-05-11T09:00:00+08:00', '2026-05-11'],
    ['1969-12-31T16:00:00Z', '1970-01-01'],
    // China had summer time then; the day is +08:00 all the same.
    ['1988-07-01T15:30:00Z', '1988-07-01'],
  ])('%s falls on %s in China', (instant, date) => {
    expect(localDateOf(new Date(instant))).toBe(date);
  });

  test('begins at 00:00 and ends at 24:00 in China', () => {
    expect(startOfDay(localDate('2026-05-11')).toISOString()).toBe('2026-05-10T16:00:00.000Z');
    expect(endOfDay(localDate('2026-05-11')).toISOString()).toBe('2026-05-11T16:00:00.000Z');
  });

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(localDate(from), count)).toBe(to);
    expect(daysBetween(localDate(from), localDate(to))).toBe(count);
  });

  test.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-05-31', 36, '2026-05-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -12, '2025-01-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(localDate(from), count)).toBe(to);
    expect(addPeriod(localDate(from), months(count))).toBe(to);
  });

  test('a period of days ends that many days after the event', () => {
    expect(addPeriod(localDate('2026-05-11'), days(20))).toBe('2026-05-31');
  });

  test.each([
    ['2026-05-11', 1],
    ['2026-05-17', 7],
    ['1969-12-28', 7],
    ['1969-12-29', 1],
  ])('%s is day %i of the week', (date, day) => {
    expect(weekday(localDate(date))).toBe(day);
  });

  test('refuses broken counts and days that cannot be written', () => {
    expect(() => addDays(localDate('2026-05-11'), 1.5)).toThrow(RangeError);
    expect(() => addMonths(localDate('2026-05-11'), Number.NaN)).toThrow(RangeError);
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('0001-01-01'), -1)).toThrow(RangeError);
  });

  test('days are a group, months never pass the month aimed at', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -300, max: 300 }), (date, count, monthCount) => {
        expect(addDays(addDays(date, count), -count)).toBe(date);
        expect(daysBetween(date, addDays(date, count))).toBe(count);
        expect(localDateOf(startOfDay(date))).toBe(date);
        const moved = addMonths(date, monthCount);
        const monthsMoved =
          (Number(moved.slice(0, 4)) - Number(date.slice(0, 4))) * 12 + Number(moved.slice(5, 7)) - Number(date.slice(5, 7));
        expect(monthsMoved).toBe(monthCount);
        expect(moved.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });

  test('knows the earlier and the later of two', () => {
    const [a, b] = [localDate('2026-04-01'), localDate('2026-04-02')];
    expect([earlier(a, b), earlier(b, a), later(a, b), later(b, a)]).toEqual([a, a, b, b]);
  });
});
