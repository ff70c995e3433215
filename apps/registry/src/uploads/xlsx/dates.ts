import { addDays, type LocalDate, localDate } from '@chengxin/kernel';

/** Number formats that every spreadsheet knows without writing them down and that show a day (ECMA-376 Part 1, 18.8.30, with the Chinese ones). */
const DATE_FORMATS: readonly [number, number][] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** Whether a number format shows a day: one of the known ones, or one whose code, without its literal texts, has a year or a day in it. */
export function isDateFormat(id: number, own: ReadonlyMap<number, string>): boolean {
  const code = own.get(id);
  if (code === undefined) return DATE_FORMATS.some(([from, to]) => id >= from && id <= to);
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** The day behind a serial number, its time of day dropped; undefined beyond the calendar. Day 60 of the 1900 count never was. */
export function dayOf(serial: number, from1904: boolean): LocalDate | undefined {
  const days = Math.floor(serial);
  if (!(days >= 0 && days <= LAST_SERIAL)) return undefined;
  if (from1904) return addDays(localDate('1904-01-01'), days);
  if (days === 0 || days === 60) return undefined;
  return addDays(localDate('1899-12-30'), days < 60 ? days + 1 : days);
}
