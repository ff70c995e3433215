import { type LocalDate, parseLocalDate } from '@chengxin/kernel';

const PARTS: Record<string, { part: string; digits: string }> = {
  yyyy: { part: 'year', digits: String.raw`(?<year>\d{4})` },
  MM: { part: 'month', digits: String.raw`(?<month>\d{2})` },
  M: { part: 'month', digits: String.raw`(?<month>\d{1,2})` },
  dd: { part: 'day', digits: String.raw`(?<day>\d{2})` },
  d: { part: 'day', digits: String.raw`(?<day>\d{1,2})` },
};
const LONGEST = 20;
const escaped = (signs: string): string => signs.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/**
 * The form of dates written by a pattern such as `yyyy/MM/dd`, `yyyy年M月d日` or `dd.MM.yyyy`: the year, the month and the day once each
 * (`M` and `d` with one or two digits), and signs between them. Undefined for a pattern that is not understood, also one in which a part
 * of one or two digits runs into the next.
 */
export function dateForm(pattern: string): RegExp | undefined {
  const pieces = pattern.split(/(yyyy|MM|M|dd|d)/);
  const signs = pieces.filter((_, at) => at % 2 === 0);
  const parts = pieces.filter((_, at) => at % 2 === 1);
  const named = new Set(parts.map((piece) => PARTS[piece]?.part));
  const runsOn = parts.some((piece, at) => piece.length === 1 && at < parts.length - 1 && signs[at + 1] === '');
  if (pattern.length > LONGEST || parts.length !== 3 || named.size !== 3 || runsOn) return undefined;
  if (signs.some((sign) => /[A-Za-z0-9]/.test(sign))) return undefined;
  const form = pieces.map((piece, at) => (at % 2 === 1 ? PARTS[piece]?.digits : escaped(piece))).join('');
  return new RegExp(`^${form}$`);
}

/**
 * Reads a date of that form, a time of day behind it dropped. YYYY-MM-DD is a date in every form, for that is what the day of a workbook
 * becomes. Undefined when it is no real day.
 */
export function readDateOf(form: RegExp, text: string): LocalDate | undefined {
  const day = text.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '');
  const { year = '', month = '', day: dayOfMonth = '' } = form.exec(day)?.groups ?? {};
  return parseLocalDate(year ? `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` : day);
}
