declare const localDateBrand: unique symbol;

/** A calendar day in China, `YYYY-MM-DD`, years 0001 to 9999; compares with `<`. It is no instant. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const DAY = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD`; undefined when it is no real day. */
export function parseLocalDate(text: string): LocalDate | undefined {
  return SHAPE.test(text) && isDay(yearOf(text), monthOf(text), dayOf(text)) ? (text as LocalDate) : undefined;
}

/** Reads `YYYY-MM-DD`; throws a RangeError when it is no real day. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`not a date: ${text}`);
  return date;
}

/** The day in China (+08:00, all year) on which the instant falls. */
export const localDateOf = (instant: Date): LocalDate => fromDayNumber(Math.floor((instant.getTime() + CHINA_OFFSET) / DAY));

/** 00:00 of the day in China. */
export const startOfDay = (date: LocalDate): Date => new Date(dayNumber(date) * DAY - CHINA_OFFSET);

/** 24:00 of the day in China. */
export const endOfDay = (date: LocalDate): Date => new Date((dayNumber(date) + 1) * DAY - CHINA_OFFSET);

/** The day `count` calendar days later (earlier when negative). */
export const addDays = (date: LocalDate, count: number): LocalDate => fromDayNumber(dayNumber(date) + whole(count));

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => dayNumber(b) - dayNumber(a);

/** 1 for Monday to 7 for Sunday. */
export const weekday = (date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 =>
  (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The corresponding day `count` months later (earlier when negative); where there is none, the last of that month (民法典 Art. 202). */
export function addMonths(date: LocalDate, count: number): LocalDate {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + whole(count);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return written(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** The earlier of two days. */
export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** The later of two days. */
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

const yearOf = (text: string): number => Number(text.slice(0, 4));
const monthOf = (text: string): number => Number(text.slice(5, 7));
const dayOf = (text: string): number => Number(text.slice(8));

const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const dayNumber = (date: LocalDate): number => Date.parse(date) / DAY;

function fromDayNumber(number: number): LocalDate {
  const text = new Date(number * DAY).toISOString();
  if (text.length !== 24) throw new RangeError(`day out of range: ${text}`);
  return localDate(text.slice(0, 10));
}

function written(year: number, month: number, day: number): LocalDate {
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  return localDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number: ${count}`);
  return count;
}
