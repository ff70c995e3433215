import { type LocalDate, parseLocalDate } from '@chengxin/kernel';

/** What the official layouts write for "long-term" (2099/12/31): no end known. */
export const LONG_TERM = '2099-12-31' as LocalDate;

const WRITTEN = [
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
];

/**
 * Reads a date as departments write it: YYYY/MM/DD (the official layouts), YYYY-MM-DD, YYYYMMDD or YYYY年M月D日,
 * also with the time of day that databases export behind it, which is dropped. Undefined when it is no real day.
 */
export function readDate(text: string): LocalDate | undefined {
  const day = text.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '');
  for (const form of WRITTEN) {
    const [, year, month, dayOfMonth] = form.exec(day) ?? [];
    if (year && month && dayOfMonth) return parseLocalDate(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
  }
  return undefined;
}

/** The date that a field holds as an end: absent when the field is empty or says long-term. */
export function endDate(value: string | undefined): LocalDate | undefined {
  return value && value !== LONG_TERM ? (value as LocalDate) : undefined;
}
